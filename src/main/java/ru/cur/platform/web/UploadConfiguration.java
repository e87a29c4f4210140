package ru.cur.platform.web;

import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The server takes what the most generous address allows; {@link UploadLimit} holds the others to theirs. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    MultipartConfigElement multipartConfigElement(List<UploadAllowance> allowances) {
        DataSize largest = DataSize.ofBytes(allowances.stream()
                .mapToLong(UploadAllowance::largestRequest)
                .max()
                .orElseThrow());
        MultipartConfigFactory factory = new MultipartConfigFactory();
        factory.setMaxFileSize(largest);
        factory.setMaxRequestSize(largest);
        return factory.createMultipartConfig();
    }
}
