package org.sala.ui.floor;

import java.io.Serial;
import java.util.Optional;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.ui.commands.CommandForm;

/** Asks the marketplace for one thing. */
abstract class FloorForm extends CommandForm {

    @Serial
    private static final long serialVersionUID = 1L;

    final transient FloorWords words;
    private final transient Dealing dealing;

    FloorForm(String id, String title, String doIt, FloorWords words, Dealing dealing) {
        super(id, title, doIt, words.locale());
        this.words = words;
        this.dealing = dealing;
    }

    /** What is asked for; may be refused as it is made. */
    abstract MarketplaceCommand command();

    @Override
    protected Optional<String> ask() {
        return dealing.ask(this::command, words.locale());
    }

    /** An organisation of the summit, found by its name. */
    final OrganizationField organization(String id, String key) {
        var field = told(new OrganizationField(words));
        field.setId(id);
        field.setLabel(words.of(key));
        return field;
    }

    static BilingualText both(String km, String en) {
        return both(km, en, BilingualText::new);
    }
}
