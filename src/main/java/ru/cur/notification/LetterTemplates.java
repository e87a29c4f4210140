package ru.cur.notification;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes letters from the files in {@code notifications/}: the first line of a file is the subject. */
// The engine is no bean: the pages have one of their own, and Spring Boot would take this one for it.
@Component
class LetterTemplates {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n(?:[ \\t]*\\n){2,}");
    private static final int LONGEST_SUBJECT = 200;

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterTemplates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
        files.setPrefix("notifications/");
        files.setSuffix(".txt");
        files.setTemplateMode(TemplateMode.TEXT);
        files.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(new StaticMessageSource());
    }

    /** @param model what is missing in it leaves an empty place */
    Letter render(String template, Map<String, Object> model) {
        Map<String, Object> clean = new HashMap<>(model);
        // A line break in a value would move the rest of a subject into the text.
        clean.replaceAll((name, value) -> value instanceof String text ? oneLine(text) : value);
        String rendered = engine.process(template, new Context(RUSSIAN, clean))
                .replace("\r\n", "\n")
                .strip();
        int end = rendered.indexOf('\n');
        String subject = oneLine(end < 0 ? rendered : rendered.substring(0, end));
        String text = end < 0 ? "" : rendered.substring(end);
        return new Letter(
                shortened(subject), EMPTY_LINES.matcher(text).replaceAll("\n\n").strip());
    }

    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    private static String shortened(String subject) {
        return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1))
                                .strip() + "…";
    }
}
