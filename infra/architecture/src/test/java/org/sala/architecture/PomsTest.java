package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** What ArchUnit says of what runs holds for tests too: what isn't on the class path can't be used. */
    @Test
    void aServiceIsDependedOnByTheLauncherAlone() throws Exception {
        for (var pom : House.sources("/pom.xml")) {
            var module = House.shown(pom).replace("/pom.xml", "");
            if (!Set.of("pom.xml", "infra/launcher", "infra/benchmarks", "infra/architecture")
                    .contains(module)) {
                assertThat(dependencies(pom))
                        .as(module)
                        .noneMatch(artifact -> artifact.endsWith("-service")
                                || Set.of("ui-module", "launcher", "benchmarks").contains(artifact));
            }
        }
    }

    private static List<String> dependencies(Path pom) throws Exception {
        var artifacts = parsed(pom).getElementsByTagName("artifactId");
        return IntStream.range(0, artifacts.getLength())
                .mapToObj(artifacts::item)
                .filter(artifact -> artifact.getParentNode().getNodeName().equals("dependency"))
                .map(Node::getTextContent)
                .toList();
    }

    private static List<String> elements(Path pom) throws Exception {
        var paths = new ArrayList<String>();
        collect(parsed(pom), "", paths);
        return paths;
    }

    private static Element parsed(Path pom) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
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
