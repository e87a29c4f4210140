package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * The tables of fields of the specification, and documents held against them: each field once and no other, those that may
 * not be missing filled, each value of its type.
 */
final class FieldTable {
    /** Element, field, whether it may be null, type: a type in capitals is the name of another element or a list of them. */
    private static final List<Field> FIELDS =
            """
            discovery          changeset            required string
            discovery          contact              required string
            discovery          key_service          required string
            discovery          endpoints            required ENDPOINTS
            endpoint           specification        required string
            endpoint           url                  required url
            endpoint           changeset            required string
            endpoint           type                 required production|test
            endpoint           formats              required FORMATS
            service            service_code         required string
            service            service_name         required string
            service            description          required string
            service            metadata             required true|false
            service            type                 required realtime|batch|blackbox
            service            keywords             required string
            service            group                required string
            service_definition service_code         required string
            service_definition attributes           required ATTRIBUTES
            attribute          variable             required true|false
            attribute          code                 required string
            attribute          datatype             required string|number|datetime|text|singlevaluelist|multivaluelist
            attribute          required             required true|false
            attribute          datatype_description optional string
            attribute          order                required number
            attribute          description          required string
            attribute          values               optional VALUES
            value              key                  required string
            value              name                 required string
            created            service_request_id   required string
            created            service_notice       optional string
            created            account_id           optional string
            promised           token                required string
            promised           service_notice       optional string
            promised           account_id           optional string
            resolved           service_request_id   optional string
            resolved           token                required string
            request            service_request_id   required string
            request            status               required open|closed
            request            status_notes         optional string
            request            service_name         required string
            request            service_code         required string
            request            description          optional string
            request            agency_responsible   optional string
            request            service_notice       optional string
            request            requested_datetime   required datetime
            request            updated_datetime     required datetime
            request            expected_datetime    optional datetime
            request            address              optional string
            request            address_id           optional string
            request            zipcode              optional string
            request            lat                  optional number
            request            long                 optional number
            request            media_url            optional url
            error              code                 required number
            error              description          required string
            """.lines().map(line -> Field.of(line.strip().split(" +"))).toList();

    private static final Map<String, Predicate<String>> TYPES = Map.of(
            "string", value -> true,
            "number", value -> value.matches("-?\\d+(\\.\\d+)?"),
            "url", value -> value.matches("https?://\\S+"),
            "datetime",
                    value -> value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([+-]\\d\\d:\\d\\d|Z)")
                            && OffsetDateTime.parse(value) != null);

    private static final Map<String, String> CHILDREN =
            Map.of("ENDPOINTS", "endpoint", "FORMATS", "", "ATTRIBUTES", "attribute", "VALUES", "value");

    private FieldTable() {}

    private record Field(String element, String name, boolean required, String type) {
        static Field of(String[] cells) {
            return new Field(cells[0], cells[1], cells[2].equals("required"), cells[3]);
        }
    }

    /** A list of elements in JSON. */
    static void holds(String element, JsonNode list) {
        assertThat(list.isArray()).as("a list of %s", element).isTrue();
        list.forEach(one -> holdsOne(element, one));
    }

    static void holdsOne(String element, JsonNode json) {
        List<Field> fields = of(element);
        assertThat(json.fieldNames())
                .toIterable()
                .as("fields of %s", element)
                .containsExactlyElementsOf(fields.stream().map(Field::name).toList());
        for (Field field : fields) {
            JsonNode value = json.get(field.name());
            if (value.isNull()) {
                assertThat(field.required())
                        .as("%s.%s is null", element, field.name())
                        .isFalse();
            } else if (CHILDREN.containsKey(field.type())) {
                list(
                        field,
                        value.isArray(),
                        value.size(),
                        child -> holdsOne(CHILDREN.get(field.type()), value.get(child)));
            } else {
                isOfItsType(field, value.asText());
                assertThat(value.isNumber()).isEqualTo(field.type().equals("number"));
            }
        }
    }

    private static void list(Field field, boolean isList, int size, Consumer<Integer> holds) {
        assertThat(isList).as("%s is a list", field.name()).isTrue();
        if (!CHILDREN.get(field.type()).isEmpty()) {
            for (int i = 0; i < size; i++) {
                holds.accept(i);
            }
        }
    }

    /** The root of an XML document, whose children are elements of that kind with that name. */
    static void holds(String element, String child, Element root) {
        children(root).forEach(one -> {
            assertThat(one.getTagName()).isEqualTo(child);
            holdsOne(element, one);
        });
    }

    static void holdsOne(String element, Element xml) {
        List<Field> fields = of(element);
        List<Element> found = children(xml);
        assertThat(found.stream().map(Element::getTagName))
                .as("fields of %s", element)
                .containsExactlyElementsOf(fields.stream().map(Field::name).toList());
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Element value = found.get(i);
            if (CHILDREN.containsKey(field.type())) {
                List<Element> inside = children(value);
                list(field, true, inside.size(), child -> holdsOne(CHILDREN.get(field.type()), inside.get(child)));
            } else if (value.getTextContent().isEmpty()) {
                assertThat(field.required())
                        .as("%s.%s is empty", element, field.name())
                        .isFalse();
            } else {
                isOfItsType(field, value.getTextContent());
            }
        }
    }

    private static List<Field> of(String element) {
        return FIELDS.stream().filter(field -> field.element().equals(element)).toList();
    }

    private static void isOfItsType(Field field, String value) {
        Predicate<String> type = TYPES.getOrDefault(field.type(), chosen -> chosen.matches(field.type()));
        assertThat(type.test(value))
                .as("%s.%s is %s: %s", field.element(), field.name(), field.type(), value)
                .isTrue();
    }

    static Element xml(String document) {
        assertThat(document).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        try {
            Document parsed = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(document)));
            assertThat(parsed.getDocumentElement().getNamespaceURI()).isNull();
            return parsed.getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("not XML: " + document, e);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            children.add((Element) requireElement(node, parent));
        }
        return children;
    }

    private static Node requireElement(Node node, Element parent) {
        boolean onlyText = parent.getChildNodes().getLength() == 1;
        assertThat(node).as("child of %s", parent.getTagName()).isInstanceOf(onlyText ? Node.class : Element.class);
        return node;
    }

    /** By the Spark convention both formats say the same. */
    static void same(JsonNode json, Element xml) {
        if (json.isNull()) {
            assertThat(xml.hasChildNodes()).as(xml.getTagName()).isFalse();
        } else if (json.isContainerNode()) {
            List<Element> children = children(xml);
            assertThat(children).as(xml.getTagName()).hasSize(json.size());
            int i = 0;
            for (JsonNode value : json) {
                same(value, children.get(i++));
            }
        } else {
            assertThat(xml.getTextContent()).as(xml.getTagName()).isEqualTo(json.asText());
        }
    }
}
