package ru.cur.channel.exchange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.platform.web.UploadAllowance;

/** Exports of other systems may be larger than files of a case. */
@Configuration(proxyBeanMethods = false)
class ExchangeUploads {
    static final String PATH = ExchangeAccess.ROOT + "/imports";

    @Bean
    UploadAllowance importAllowance(ExchangeProperties limits) {
        return new UploadAllowance(PATH, limits.maxFileSize());
    }
}
