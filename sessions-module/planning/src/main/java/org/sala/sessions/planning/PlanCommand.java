package org.sala.sessions.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The planning of groups from a command line: so that whoever has the gathering and the seed can have the plan. */
public final class PlanCommand {
    static final int DONE = 0;
    static final int FAULTY = 1;
    static final int REFUSED = 2;

    private static final long STEPS = 4_000_000;
    private static final long MOST_STEPS = 1_000_000_000_000L;
    private static final long SECONDS = 60;
    private static final long MOST_SECONDS = 86_400;

    private static final String USAGE = """
            Plans who sits with whom in small groups, round by round: everybody can talk, colleagues sit apart, nobody meets
            anybody twice, people meet as many organisations new to them as can be, and roles are spread.

                plan-groups [--seed SEED] [--steps N] [--seconds N] [FILE]
                plan-groups --check PLAN [FILE]

            FILE is the gathering as JSON; standard input when not given. The plan goes to standard output, as JSON.

                --seed SEED   a whole number that the search begins with; needed where the gathering names none
                --steps N     how many changes to try (4000000 when not given): the same for the same plan
                --seconds N   how long to search at the most (60 when not given); a plan that this cut short says so
                --check PLAN  only holds a plan to the rules and counts it anew, and says what is wrong with it, a line each
                --help        this text

            Ends with 0 when there is a plan, or it is right; 1 when it breaks a rule; 2 when something given is wrong.

            The gathering:
              {"seed": 7,
               "people": [{"id": "p1", "organization": "A", "role": "director", "languages": ["km", "en"]},
                          {"id": "p2", "organization": "A", "role": "officer", "languages": ["km"]},
                          {"id": "p3", "organization": "B", "role": "officer", "languages": []}],
               "tables": [{"id": "1", "seats": 2}, {"id": "2", "seats": 2}],
               "rounds": 2,
               "smallest": 1,
               "interpretation": [{"between": ["en", "km"], "tables": 1}],
               "earlier": [[{"person": "p1", "organization": "A"}, {"person": "p3", "organization": "B"}]]}
            Languages of somebody that are not known are left empty. "smallest": tables stay empty rather than have fewer
            people. "earlier": who sat at each table of the rounds that are over. With "announced", a list of rounds as plans
            have them, these are revised for the people who are here, and as few as can be sit elsewhere than announced.
            """;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    PlanCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new PlanCommand(System.in, out, err).run(List.of(arguments)));
    }

    private record Asked(
            @Nullable Long seed,
            Limits limits,
            @Nullable String check,
            @Nullable String file) {}

    int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return DONE;
        }
        try {
            Asked asked = asked(arguments);
            PlanJson.Question question;
            try (Reader reader = reader(asked.file())) {
                question = PlanJson.question(reader);
            }
            return asked.check() == null ? plan(asked, question) : check(asked.check(), question);
        } catch (PlanRefused refused) {
            err.println(refused.getMessage());
            return REFUSED;
        } catch (NoSuchFileException missing) {
            err.printf("there is no file %s%n", missing.getMessage());
            return REFUSED;
        } catch (IOException unreadable) {
            err.printf("can't be read: %s%n", unreadable.getMessage());
            return REFUSED;
        }
    }

    private static Asked asked(List<String> arguments) {
        Long seed = null;
        long steps = STEPS;
        long seconds = SECONDS;
        String check = null;
        String file = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--seed" -> seed = number(arguments, i++, Long.MAX_VALUE);
                case "--steps" -> steps = number(arguments, i++, MOST_STEPS);
                case "--seconds" -> seconds = number(arguments, i++, MOST_SECONDS);
                case "--check" -> check = after(arguments, i++);
                default -> {
                    if (argument.startsWith("--")) {
                        throw new PlanRefused("unknown option %s; --help lists them".formatted(argument));
                    }
                    if (file != null) {
                        throw new PlanRefused("one gathering at a time, not %s and %s".formatted(file, argument));
                    }
                    file = argument;
                }
            }
        }
        return new Asked(seed, new Limits(steps, Duration.ofSeconds(seconds)), check, file);
    }

    private static String after(List<String> arguments, int option) {
        if (option + 1 == arguments.size()) {
            throw new PlanRefused("%s needs a value".formatted(arguments.get(option)));
        }
        return arguments.get(option + 1);
    }

    private static long number(List<String> arguments, int option, long most) {
        String text = after(arguments, option);
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw new PlanRefused(
                    "%s is a whole number from 0 to %d, not %s".formatted(arguments.get(option), most, text));
        }
        return Long.parseLong(text);
    }

    private Reader reader(@Nullable String file) throws IOException {
        return file == null
                ? new InputStreamReader(in, StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8);
    }

    private int plan(Asked asked, PlanJson.Question question) {
        Long seed = asked.seed() == null ? question.seed() : asked.seed();
        if (seed == null) {
            throw new PlanRefused("no seed: name one in the gathering, or with --seed");
        }
        Plan plan = question.announced() == null
                ? Planning.plan(question.gathering(), seed, asked.limits(), Onlooker.NONE)
                : Planning.revise(question.gathering(), question.announced(), seed, asked.limits(), Onlooker.NONE);
        out.println(PlanJson.written(plan));
        return DONE;
    }

    private int check(String file, PlanJson.Question question) throws IOException {
        Plan plan;
        try (Reader reader = reader(file)) {
            plan = PlanJson.plan(reader);
        }
        List<Round> announced = question.announced() == null ? List.of() : question.announced();
        List<String> faults = new Checker(question.gathering(), announced).faults(plan);
        if (faults.isEmpty()) {
            out.printf("right: it has %s%n", plan.score());
            return DONE;
        }
        faults.forEach(err::println);
        return FAULTY;
    }
}
