package org.sala.ui.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything held on one person, to be read by that person and by programs.
 *
 * @param recorded by registration, in clear where it can still be read
 * @param notes what they say that the person signed
 * @param elsewhere what other contexts recorded under the person's id
 */
public record PersonFile(
        UUID participant, UUID disclosure, Instant at, List<Held> recorded, List<Said> notes, List<Held> elsewhere) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** No word of it comes from elsewhere, and nothing in it runs. */
    private static final String HEAD = """
            <!doctype html>
            <html lang="km"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 16px/1.75 "Noto Sans Khmer", "Noto Sans", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1d2b28; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 1.5rem 0 0; }
            time, .type { color: #55615e; } table { border-collapse: collapse; width: 100%; }
            th, td { text-align: start; vertical-align: top; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #d8ddd9; overflow-wrap: anywhere; }
            th { font-weight: 500; width: 35%; } blockquote { white-space: pre-wrap; margin: .5rem 0 1.5rem; }
            </style>
            """;

    public PersonFile {
        recorded = List.copyOf(recorded);
        notes = List.copyOf(notes);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Something that was recorded. */
    public record Held(String context, String type, Instant at, JsonNode content) {
        @Override
        public String toString() {
            return "Held[" + type + "]";
        }
    }

    /**
     * What a note says, or why that can't be seen.
     *
     * @param theme that was suggested with it; null in JSON where none was
     */
    public record Said(UUID note, JsonNode text, JsonNode theme) {
        @Override
        public String toString() {
            return "Said[" + note + "]";
        }
    }

    @Override
    public String toString() {
        return "PersonFile[" + participant + "]";
    }

    /** For programs: a JSON object in UTF-8. */
    public byte[] json() {
        var all = JSON.createObjectNode()
                .put("format", "sala.person/1")
                .put("participant", participant.toString())
                .put("disclosure", disclosure.toString())
                .put("at", at.toString());
        all.set("registration", held(recorded));
        var said = all.putArray("notes");
        notes.forEach(note -> {
            var one = said.addObject().put("note", note.note().toString()).set("text", plain(note.text()));
            if (!note.theme().isNull()) {
                one.set("theme", plain(note.theme()));
            }
        });
        all.set("elsewhere", held(elsewhere));
        return JSON.writeValueAsBytes(all);
    }

    private static ArrayNode held(List<Held> all) {
        var array = JSON.createArrayNode();
        all.forEach(each -> array.addObject()
                .put("context", each.context())
                .put("type", each.type())
                .put("at", each.at().toString())
                .set("content", plain(each.content())));
        return array;
    }

    /** What is personal, without what it is wrapped in. */
    private static JsonNode plain(JsonNode node) {
        return switch (node) {
            case ObjectNode object when object.size() == 1 && object.has("clear") -> object.get("clear");
            case ObjectNode object -> {
                var copy = JSON.createObjectNode();
                object.forEachEntry((name, value) -> copy.set(name, plain(value)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JSON.createArrayNode();
                array.forEach(value -> copy.add(plain(value)));
                yield copy;
            }
            default -> node;
        };
    }

    /** For people: a page by itself, in Khmer and English beside each other, in UTF-8. */
    public byte[] html(ZoneId zone) {
        var page = new StringBuilder(HEAD);
        page.append("<title>").append(both("people.file.title")).append("</title></head><body>\n");
        page.append("<h1>").append(both("people.file.title")).append("</h1>\n<p>");
        page.append(both("people.file.about")).append("</p>\n<table>");
        row(page, "people.id", participant.toString());
        row(page, "people.file.at", Figures.minute(at, zone));
        row(page, "people.file.disclosure", disclosure.toString());
        page.append("</table>\n");
        section(page, "people.file.registration");
        recorded.forEach(each -> held(page, each, zone));
        section(page, "people.file.notes");
        notes.forEach(note -> said(page, note));
        none(page, notes.isEmpty());
        section(page, "people.file.elsewhere");
        elsewhere.forEach(each -> held(page, each, zone));
        none(page, elsewhere.isEmpty());
        return page.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void section(StringBuilder page, String key) {
        page.append("<h2>").append(both(key)).append("</h2>\n");
    }

    private static void none(StringBuilder page, boolean empty) {
        if (empty) {
            page.append("<p>").append(both("people.file.nothing")).append("</p>\n");
        }
    }

    private static void said(StringBuilder page, Said said) {
        page.append("<blockquote>").append(shown(plain(said.text())));
        if (!said.theme().isNull()) {
            page.append("<br><span class=\"type\">")
                    .append(shown(plain(said.theme())))
                    .append("</span>");
        }
        page.append("</blockquote>\n");
    }

    private static void held(StringBuilder page, Held held, ZoneId zone) {
        page.append("<h3>").append(type(held.type())).append("</h3>\n<time>");
        page.append(Figures.minute(held.at(), zone)).append("</time>\n<table>");
        rows(page, "", plain(held.content()));
        page.append("</table>\n");
    }

    /** Of a type that has no words yet, its name. */
    private static String type(String type) {
        var key = "audit.type." + type;
        return words(Words.ENGLISH, key).contains(key) ? escaped(type) : both(key);
    }

    private static void rows(StringBuilder page, String path, JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty() && !object.has("hidden")) {
            object.forEachEntry((name, value) -> rows(page, path.isEmpty() ? name : path + " · " + name, value));
        } else if (!node.isNull()) {
            page.append("<tr><th>")
                    .append(escaped(path))
                    .append("</th><td>")
                    .append(shown(node))
                    .append("</td></tr>");
        }
    }

    /** In HTML: a value as it is; of what can't be seen, why. */
    private static String shown(JsonNode node) {
        var hidden = node.path("hidden");
        return hidden.isString() && node.size() == 1
                ? both("people.hidden." + hidden.stringValue())
                : escaped(node.isValueNode() ? node.asString() : node.toString());
    }

    private static void row(StringBuilder page, String key, String value) {
        page.append("<tr><th>")
                .append(both(key))
                .append("</th><td>")
                .append(escaped(value))
                .append("</td></tr>");
    }

    private static String both(String key) {
        return escaped(words(Words.KHMER, key) + " · " + words(Words.ENGLISH, key));
    }

    private static String words(Locale locale, String key) {
        return Words.of(locale, key);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
