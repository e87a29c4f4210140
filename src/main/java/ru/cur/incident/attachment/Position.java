package ru.cur.incident.attachment;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Whether a picture or a video says where it was taken. */
final class Position {
    private static final Pattern NAMES_A_PLACE = Pattern.compile("(?i)gps|latitude|longitude|location|raw profile");

    private Position() {}

    /** True also when the metadata can't be read: whoever opens such a file may learn the place. */
    static boolean isIn(byte[] content) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(content), content.length);
            return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                    .anyMatch(Position::isIn);
        } catch (ImageProcessingException | IOException unreadable) {
            return true;
        }
    }

    private static boolean isIn(Directory directory) {
        if (directory instanceof GpsDirectory) {
            return directory.containsTag(GpsDirectory.TAG_LATITUDE);
        }
        if (directory instanceof XmpDirectory xmp) {
            return xmp.getXmpProperties().keySet().stream()
                    .anyMatch(name -> NAMES_A_PLACE.matcher(name).find());
        }
        return directory.getTags().stream().anyMatch(Position::namesAPlace);
    }

    /** The text blocks of PNG have their names inside the value. */
    private static boolean namesAPlace(Tag tag) {
        String name = tag.getTagName();
        String said = name.equals("Textual Data") ? String.valueOf(tag.getDescription()) : name;
        return NAMES_A_PLACE.matcher(said).find();
    }
}
