package ru.cur;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What tests add to the program. */
@TestConfiguration(proxyBeanMethods = false)
@Import({ProcessJourneys.class, OpenCases.class})
class CurTestConfiguration {

    /** Without a server, until a test starts one. */
    @Bean
    JavaMailSenderImpl mailSender() {
        return new JavaMailSenderImpl();
    }

    @Bean
    TestMailServer testMailServer(JavaMailSenderImpl mail) {
        return new TestMailServer(mail);
    }

    @Bean
    NetworkOutage networkOutage() {
        return new NetworkOutage();
    }

    static class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabase.create("cur"),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
        }
    }
}
