package ru.cur.channel.open311;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What Tomcat itself refuses, such as an encoded slash, never comes to a filter: it would be told on Tomcat's own page. */
@Component
@ConditionalOnBooleanProperty("cur.channel.open311.enabled")
class GeoServerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new GeoErrorReport(context.getPath())));
    }

    private static final class GeoErrorReport extends ErrorReportValve {
        private final String below;

        GeoErrorReport(String contextPath) {
            this.below = contextPath + "/open311/";
        }

        /** Others report what is not ours. */
        @Override
        protected void report(Request request, Response response, Throwable failure) {
            String path = String.valueOf(request.getRequestURI());
            if (!path.startsWith(below)
                    || response.getStatus() < GeoError.BAD
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            Format format = Format.of(request);
            try {
                response.setStatus(GeoError.BAD);
                response.setContentType(format.mediaType().toString());
                response.getOutputStream()
                        .write(format.write(GeoDocument.errors(
                                List.of(new GeoError(GeoError.BAD, "Запрос не принят: проверьте адрес")))));
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
