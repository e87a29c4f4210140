package ru.cur.incident.attachment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.platform.web.UploadAllowance;

/** Files of cases are the usual uploads of the program, so they say how large one may be where nobody else does. */
@Configuration(proxyBeanMethods = false)
class AttachmentUploads {

    @Bean
    UploadAllowance attachmentAllowance(AttachmentProperties limits) {
        return new UploadAllowance("/", limits.maxFileSize());
    }
}
