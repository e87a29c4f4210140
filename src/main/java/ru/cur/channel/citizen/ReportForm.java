package ru.cur.channel.citizen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.web.multipart.MultipartFile;
import ru.cur.channel.StorableText;

/**
 * What a citizen has typed; every field may be null.
 *
 * @param website people don't see the field and leave it empty, robots fill it in
 * @param draft names the form, so that sending it twice registers it once
 */
record ReportForm(
        String category,
        String text,
        String municipality,
        String address,
        String lat,
        String lon,
        String name,
        String contact,
        String website,
        String draft,
        List<MultipartFile> photos) {
    static final int LONGEST_TEXT = 4000;
    static final int LONGEST_ADDRESS = 500;
    static final int LONGEST_NAME = 200;

    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    ReportForm {
        category = plain(category);
        text = plain(text);
        municipality = plain(municipality);
        address = plain(address);
        lat = plain(lat);
        lon = plain(lon);
        name = plain(name);
        contact = plain(contact);
        website = plain(website);
        draft = isDraft(draft) ? draft : UUID.randomUUID().toString();
        // A browser sends an empty file where nothing was chosen.
        photos = photos == null
                ? List.of()
                : photos.stream().filter(photo -> !photo.isEmpty()).toList();
    }

    static ReportForm empty() {
        return new ReportForm(null, null, null, null, null, null, null, null, null, null, null);
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }

    private static boolean isDraft(String draft) {
        return draft != null && draft.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /**
     * What is wrong, in Russian, by field, in the order of the page.
     *
     * @param isCategory whether there is such a category
     * @param isMunicipality the same of municipalities
     */
    Map<String, String> problems(int maxPhotos, Predicate<String> isCategory, Predicate<String> isMunicipality) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!isCategory.test(category)) {
            problems.put("category", "Выберите, о чём сообщение");
        }
        if (text.isEmpty()) {
            problems.put("text", "Напишите, что случилось");
        }
        if (!municipality.isEmpty() && !isMunicipality.test(municipality)) {
            problems.put("municipality", "Выберите округ из списка");
        }
        place(problems);
        if (photos.size() > maxPhotos) {
            problems.put("photos", "Можно приложить не больше %d фото, выбрано %d".formatted(maxPhotos, photos.size()));
        }
        if (!website.isEmpty()) {
            problems.put("website", "Оставьте это поле пустым");
        }
        tooLong(problems, "text", text, LONGEST_TEXT);
        tooLong(problems, "address", address, LONGEST_ADDRESS);
        tooLong(problems, "name", name, LONGEST_NAME);
        tooLong(problems, "contact", contact, LONGEST_NAME);
        return problems;
    }

    private void place(Map<String, String> problems) {
        boolean badLatitude = !lat.isEmpty() && degrees(lat, POLE) == null;
        boolean badLongitude = !lon.isEmpty() && degrees(lon, DATE_LINE) == null;
        if (badLatitude || badLongitude) {
            problems.put("position", "Координаты – два числа в градусах, например 43,1155 и 131,8855");
        } else if (lat.isEmpty() != lon.isEmpty()) {
            problems.put("position", "Нужны и широта, и долгота");
        } else if (address.isEmpty() && lat.isEmpty()) {
            problems.put("address", "Напишите адрес или определите место на телефоне");
        }
    }

    private static void tooLong(Map<String, String> problems, String field, String value, int longest) {
        if (StorableText.length(value) > longest) {
            problems.put(field, "Не длиннее %d знаков".formatted(longest));
        } else if (!StorableText.is(value)) {
            problems.put(field, "Уберите знаки, которых нет на клавиатуре");
        }
    }

    /** Null without a position. */
    Double latitude() {
        return degrees(lat, POLE);
    }

    /** Null without a position. */
    Double longitude() {
        return degrees(lon, DATE_LINE);
    }

    private static Double degrees(String written, double most) {
        try {
            double degrees = Double.parseDouble(written.replace(',', '.'));
            return Math.abs(degrees) <= most ? degrees : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** The same only when the same was typed into the same form. */
    String externalId() {
        int typed = Objects.hash(category, text, municipality, address, lat, lon, name, contact);
        return "citizen-%s-%08x".formatted(draft, typed);
    }
}
