package org.sala.marketplace.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matching from a command line: so that whoever has the market and the seed can have the solution. */
public final class MatchCommand {
    static final int DONE = 0;
    static final int FAULTY = 1;
    static final int REFUSED = 2;
    static final int NOT_PROVED = 3;

    private static final long SECONDS = 60;
    private static final long MOST_SECONDS = 86_400;

    private static final String USAGE = """
            Finds the swaps, rings and chains that serve most needs of a market, and proves that nothing serves more.

                match [--seed SEED] [--seconds N] [FILE]
                match --check SOLUTION [FILE]

            FILE is the market as JSON; standard input when not given. The solution goes to standard output, as JSON.

                --seed SEED       what decides where counts are equal; needed where the market names no seed
                --seconds N       how long to search for a proof (60 when not given)
                --check SOLUTION  only holds a solution to the rules, and says what is wrong with it, a line each
                --help            this text

            Ends with 0 when the solution is proved, or right; 1 when it breaks a rule; 2 when something given is wrong;
            3 when the time was over before the proof: the solution is the best found, and shows what can't be surpassed.

            The market:
              {"seed": "4 8 15 16 23 42",
               "organizations": [{"id": "A", "small": true}, {"id": "B", "small": false}],
               "offers": [{"id": "a1", "organization": "A", "category": "van", "units": 2, "gift": false},
                          {"id": "b1", "organization": "B", "category": "room", "units": 1, "gift": true}],
               "needs": [{"id": "a2", "organization": "A", "category": "room"},
                         {"id": "b2", "organization": "B", "category": "van"}]}
            With "agreed", a list of exchanges as solutions have them, as many of these are kept as can be.
            """;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    MatchCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new MatchCommand(System.in, out, err).run(List.of(arguments)));
    }

    private record Asked(
            @Nullable Seed seed,
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
            MatchJson.Question question;
            try (Reader reader = reader(asked.file())) {
                question = MatchJson.question(reader);
            }
            return asked.check() == null ? solve(asked, question) : check(asked.check(), question);
        } catch (MarketRefused refused) {
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
        Seed seed = null;
        Limits limits = Limits.ofSeconds(SECONDS);
        String check = null;
        String file = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--seed" -> seed = new Seed(after(arguments, i++));
                case "--seconds" -> limits = Limits.ofSeconds(seconds(after(arguments, i++)));
                case "--check" -> check = after(arguments, i++);
                default -> {
                    if (argument.startsWith("--")) {
                        throw new MarketRefused("unknown option %s; --help lists them".formatted(argument));
                    }
                    if (file != null) {
                        throw new MarketRefused("one market at a time, not %s and %s".formatted(file, argument));
                    }
                    file = argument;
                }
            }
        }
        return new Asked(seed, limits, check, file);
    }

    private static String after(List<String> arguments, int option) {
        if (option + 1 == arguments.size()) {
            throw new MarketRefused("%s needs a value".formatted(arguments.get(option)));
        }
        return arguments.get(option + 1);
    }

    private static long seconds(String text) {
        if (!text.matches("[0-9]{1,5}") || Long.parseLong(text) < 1 || Long.parseLong(text) > MOST_SECONDS) {
            throw new MarketRefused("--seconds is a whole number from 1 to %d, not %s".formatted(MOST_SECONDS, text));
        }
        return Long.parseLong(text);
    }

    private Reader reader(@Nullable String file) throws IOException {
        return file == null
                ? new InputStreamReader(in, StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8);
    }

    private int solve(Asked asked, MatchJson.Question question) {
        Seed seed = asked.seed() == null ? question.seed() : asked.seed();
        if (seed == null) {
            throw new MarketRefused("no seed: name one in the market, or with --seed");
        }
        Solution solution = Matching.repair(question.market(), question.agreed(), seed, asked.limits(), Onlooker.NONE);
        out.println(MatchJson.written(solution));
        return solution.proof() instanceof Proof.Optimal ? DONE : NOT_PROVED;
    }

    private int check(String file, MatchJson.Question question) throws IOException {
        Solution solution;
        try (Reader reader = reader(file)) {
            solution = MatchJson.solution(reader);
        }
        List<String> faults = new Checker(question.market()).faults(solution);
        if (faults.isEmpty()) {
            out.printf("right: it serves %s%n", solution.served());
            return DONE;
        }
        faults.forEach(err::println);
        return FAULTY;
    }
}
