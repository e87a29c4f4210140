package ru.cur.incident.attachment;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Files of cases are the largest uploads of the program, so they say how large an upload may be. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {
    /** The other fields of the form, and files a little too large, which are refused with more words than the server has. */
    private static final DataSize AROUND_THE_FILE = DataSize.ofKilobytes(512);

    @Bean
    MultipartConfigElement multipartConfigElement(AttachmentProperties limits) {
        DataSize largest = DataSize.ofBytes(limits.maxFileSize().toBytes() + AROUND_THE_FILE.toBytes());
        MultipartConfigFactory factory = new MultipartConfigFactory();
        factory.setMaxFileSize(largest);
        factory.setMaxRequestSize(largest);
        return factory.createMultipartConfig();
    }
}
