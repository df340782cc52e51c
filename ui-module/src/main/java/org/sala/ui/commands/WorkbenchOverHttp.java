package org.sala.ui.commands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.ports.CommandClient;
import tools.jackson.core.type.TypeReference;

/** The marketplace's workbench over HTTP. */
final class WorkbenchOverHttp implements MatchingWorkbench {

    private final CommandClient client;

    WorkbenchOverHttp(CommandClient client) {
        this.client = client;
    }

    @Override
    public Run begin(SummitId summit, String seed, int seconds, String accessToken) {
        return client.ask(
                path(summit), Map.of("seed", seed, "seconds", seconds), new TypeReference<>() {}, accessToken);
    }

    @Override
    public Run repair(SummitId summit, String seed, int seconds, Set<OrganizationId> leaving, String accessToken) {
        return client.ask(
                path(summit) + "/repair",
                Map.of("seed", seed, "seconds", seconds, "leaving", leaving),
                new TypeReference<>() {},
                accessToken);
    }

    @Override
    public Optional<Run> last(SummitId summit, String accessToken) {
        List<Run> runs = client.ask(path(summit), new TypeReference<>() {}, accessToken);
        return runs.stream().findFirst();
    }

    @Override
    public Optional<Question> question(SummitId summit, String accessToken) {
        List<Question> questions = client.ask(path(summit) + "/question", new TypeReference<>() {}, accessToken);
        return questions.stream().findFirst();
    }

    @Override
    public void stop(SummitId summit, String accessToken) {
        client.ask(path(summit) + "/stop", Map.of(), new TypeReference<List<Run>>() {}, accessToken);
    }

    private static String path(SummitId summit) {
        return "/summits/" + summit + "/matching";
    }
}
