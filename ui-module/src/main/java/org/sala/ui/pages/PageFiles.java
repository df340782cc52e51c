package org.sala.ui.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Where the pages' style and script are: at addresses with a digest of what they say, so that a browser keeps them for
 * good and still sees a new one at once.
 */
@Component
final class PageFiles {

    private final String style = address("/pages.css");
    private final String script = address("/pages.js");

    /** What every template needs: both addresses, and the light that the reader chose in the shell, if any. */
    Map<String, Object> of(HttpServletRequest request) {
        var light = WebUtils.getCookie(request, "sala-light");
        return Map.of(
                "style",
                style,
                "script",
                script,
                "light",
                light != null && light.getValue().equals("dark")
                        ? "dark"
                        : light != null && light.getValue().equals("light") ? "light" : "");
    }

    private static String address(String file) {
        var path = "/sala/pages" + file;
        try (var stream = PageFiles.class.getResourceAsStream("/META-INF/resources" + path)) {
            var text = new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
            return path + "?v=" + HexFormat.of().formatHex(Ticket.sha256(text), 0, 6);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
