package ru.cur.channel.email;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a letter that is a page, line by line. */
final class HtmlText {
    private static final String UNSEEN = "head, script, style, title, template";
    /** Where mail programs put the letter that is answered. */
    private static final String QUOTED =
            "blockquote, .gmail_quote, .gmail_quote_container, .moz-cite-prefix, .yahoo_quoted, #appendonsend, #divRplyFwdMsg";

    private HtmlText() {}

    /** @param reply whether what the author quotes is left out, unless there is nothing else */
    static String of(String html, boolean reply) {
        Document page = Jsoup.parse(html);
        page.select(UNSEEN).remove();
        String all = text(page.body());
        if (!reply) {
            return all;
        }
        page.select(QUOTED).remove();
        String own = text(page.body());
        return own.isBlank() ? all : own;
    }

    private static String text(Element body) {
        StringBuilder lines = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    lines.append(words.text());
                } else if (node.nameIs("br") || isBlock(node)) {
                    lines.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (isBlock(node)) {
                    lines.append('\n');
                } else if (node.nameIs("td")) {
                    lines.append(' ');
                }
            }
        });
        return lines.toString()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && element.isBlock() && !element.nameIs("td");
    }
}
