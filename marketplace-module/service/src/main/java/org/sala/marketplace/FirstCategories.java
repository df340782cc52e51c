package org.sala.marketplace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.sala.eventing.Commands;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.MarketplaceCommand.AddCategory;
import org.sala.marketplace.api.OfferKind;

/**
 * The taxonomy as it begins, from {@code first-categories.csv}. What is there already is left as it is, so that staff's own
 * names stay.
 */
final class FirstCategories {

    private static final String FILE = "first-categories.csv";
    private static final Commands.Origin ITSELF = new Commands.Origin("policy:first-categories", null, null, null);

    private final Categories categories;
    private final Commands commands;

    FirstCategories(Categories categories, Commands commands) {
        this.categories = categories;
        this.commands = commands;
    }

    void add() {
        for (var first : read()) {
            if (!categories.has(first.category(), first.kind())) {
                commands.send(first, ITSELF);
            }
        }
    }

    /** One line a category: code, kind, name in Khmer, name in English; no commas in them. */
    static List<AddCategory> read() {
        try (var stream = Objects.requireNonNull(FirstCategories.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()) {
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .map(field -> new AddCategory(
                            new Category(field[0]), OfferKind.valueOf(field[1]), new BilingualText(field[2], field[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
