package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The root POM holds every version and every plugin; its children say what they need. */
class PomsTest {

    @Test
    void noChildHoldsAVersionAPluginOrARepository() throws Exception {
        var children = House.sources("/pom.xml").stream()
                .filter(pom -> !pom.equals(House.atRoot().resolve("pom.xml")))
                .toList();
        assertThat(children).isNotEmpty();
        for (var pom : children) {
            assertThat(elements(pom))
                    .as(House.shown(pom))
                    .noneMatch(path -> path.endsWith("/version") && !path.equals("/project/parent/version"))
                    .noneMatch(path -> path.contains("/build/")
                            || path.contains("/dependencyManagement/")
                            || path.contains("epositories/"));
        }
    }

    @Test
    void theRootHoldsNoDependencyOfItsOwn() throws Exception {
        assertThat(elements(House.atRoot().resolve("pom.xml")))
                .noneMatch(path -> path.startsWith("/project/dependencies"));
    }

    private static List<String> elements(Path pom) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var paths = new ArrayList<String>();
        collect(factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement(), "", paths);
        return paths;
    }

    private static void collect(Element element, String parent, List<String> paths) {
        var path = parent + "/" + element.getTagName();
        paths.add(path);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, path, paths);
            }
        }
    }
}
