package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.answered;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;

/** Every document against the field tables of the specification, in both formats, and both say the same. */
class GeoReportDocumentsTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private GeoClient client;

    @BeforeEach
    void connect() {
        journeys.restJobExecutor();
        client = new GeoClient(port, jdbc);
    }

    /** Gets a document in both formats. */
    private void both(String path, String query, Consumer<JsonNode> json, Consumer<Element> xml) {
        Answer asJson = client.get(path + ".json" + query);
        Answer asXml = client.get(path + ".xml" + query);
        assertThat(asJson.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=UTF-8");
        assertThat(asXml.header("Content-Type")).isEqualToIgnoringCase("text/xml;charset=UTF-8");
        Element root = FieldTable.xml(asXml.body());
        json.accept(asJson.json());
        xml.accept(root);
        FieldTable.same(asJson.json(), root);
    }

    private static Consumer<Element> root(String name, BiConsumer<String, Element> check, String element) {
        return root -> {
            assertThat(root.getTagName()).isEqualTo(name);
            check.accept(element, root);
        };
    }

    private static Consumer<Element> list(String name, String child, String element) {
        return root(name, (kind, root) -> FieldTable.holds(kind, child, root), element);
    }

    @Test
    void discovery() {
        both(
                "discovery",
                "",
                json -> {
                    FieldTable.holdsOne("discovery", json);
                    JsonNode endpoint = json.get("endpoints").get(0);
                    assertThat(endpoint.get("specification").asText())
                            .isEqualTo("http://wiki.open311.org/GeoReport_v2");
                    assertThat(endpoint.get("url").asText()).endsWith("/open311/v2");
                    assertThat(endpoint.get("formats"))
                            .extracting(JsonNode::asText)
                            .containsExactly("text/xml", "application/json");
                },
                root("discovery", FieldTable::holdsOne, "discovery"));
    }

    @Test
    @DisplayName("Услуги – все категории; метаданные есть там, где есть атрибуты")
    void services() {
        both(
                "v2/services",
                "?jurisdiction_id=primorsky.ru",
                json -> {
                    FieldTable.holds("service", json);
                    assertThat(json)
                            .hasSize(jdbc.sql("select count(*) from category")
                                    .query(Integer.class)
                                    .single());
                    assertThat(json)
                            .filteredOn(one -> one.get("service_code").asText().equals("ROAD-2"))
                            .singleElement()
                            .satisfies(one -> {
                                assertThat(one.get("metadata").asBoolean()).isTrue();
                                assertThat(one.get("group").asText()).isEqualTo("Дороги");
                                assertThat(one.get("keywords").asText()).isEqualTo("дороги, яма, выбоина");
                                assertThat(one.get("type").asText()).isEqualTo("realtime");
                            });
                },
                list("services", "service", "service"));
    }

    @Test
    void definitions() {
        for (String code : new ServiceAttributes().services()) {
            both(
                    "v2/services/" + code,
                    "",
                    json -> {
                        FieldTable.holdsOne("service_definition", json);
                        assertThat(json.get("service_code").asText()).isEqualTo(code);
                        assertThat(json.get("attributes")).isNotEmpty();
                    },
                    root("service_definition", FieldTable::holdsOne, "service_definition"));
        }
        both(
                "v2/services/CULT",
                "",
                json -> assertThat(json.get("attributes")).isEmpty(),
                root("service_definition", FieldTable::holdsOne, "service_definition"));
    }

    @Test
    void createdRequests() {
        for (String service : new String[] {"IMPR-1", "HLTH-1"}) {
            String kind = service.equals("IMPR-1") ? "created" : "promised";
            Map<String, String> fields = GeoClient.request(service);
            JsonNode json = client.post(fields).json();
            FieldTable.holds(kind, json);
            jdbc.sql("delete from call_window").update();
            Element root =
                    FieldTable.xml(client.postAtOnce("v2/requests.xml", fields).body());
            assertThat(root.getTagName()).isEqualTo("service_requests");
            FieldTable.holds(kind, "request", root);
            FieldTable.same(json, root);
        }
    }

    @Test
    void tokens() {
        String token = client.post(GeoClient.request("HLTH-1"))
                .json()
                .get(0)
                .get("token")
                .asText();
        both(
                "v2/tokens/" + token,
                "",
                json -> FieldTable.holds("resolved", json),
                list("service_requests", "request", "resolved"));
    }

    @Test
    void requests() {
        String number = client.registered(GeoClient.request("IMPR-1", "lat", "43.11", "long", "131.88"));
        String fresh = client.registered(GeoClient.request("IMPR-1", "description", "Ещё трава & <кусты>"));
        answered(journeys.of(number).runsJobs()).completes("userTask_approveResponse", "curator", APPROVE);
        String ids = GeoClient.encoded(number + "," + fresh);
        both(
                "v2/requests",
                "?service_request_id=" + ids,
                json -> {
                    FieldTable.holds("request", json);
                    assertThat(json).hasSize(2);
                },
                list("service_requests", "request", "request"));
        both(
                "v2/requests/" + GeoClient.encoded(number),
                "",
                json -> {
                    FieldTable.holds("request", json);
                    assertThat(json.get(0).get("service_request_id").asText()).isEqualTo(number);
                },
                list("service_requests", "request", "request"));
        both(
                "v2/requests",
                "?service_request_id=none",
                json -> assertThat(json).isEmpty(),
                list("service_requests", "request", "request"));
    }

    @Test
    void errors() {
        both(
                "v2/requests",
                "?status=foo&page=0&start_date=yesterday",
                json -> {
                    FieldTable.holds("error", json);
                    assertThat(json).hasSize(3);
                },
                list("errors", "error", "error"));
    }

    @Test
    @DisplayName("Знак, которого не бывает в XML, не портит документ")
    void charactersThatXmlCannotHold() {
        String text = XmlText.of(new GeoDocument("errors", List.of(GeoDocument.element("a", "1\u0001<&>2\n"))));
        assertThat(FieldTable.xml(text).getTextContent()).isEqualTo("1<&>2\n");
    }
}
