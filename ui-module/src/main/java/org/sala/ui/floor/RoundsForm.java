package org.sala.ui.floor;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import java.io.Serial;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.PlanNetworkingRounds;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.RoundsPlanId;
import org.sala.marketplace.api.SummitId;
import org.sala.ui.shell.Summit;

/** Plans who meets whom, round by round; a new plan takes the place of the one before. */
class RoundsForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int USUAL = 3;

    private final transient Summit summit;
    private final transient RoundsPlanId id = new RoundsPlanId(UUID.randomUUID());
    private final MultiSelectComboBox<UUID> organizations;
    private final IntegerField rounds;

    RoundsForm(Summit summit, FloorWords words, Dealing dealing) {
        super("floor-rounds", words.of("floor.rounds.plan"), words.of("floor.rounds.plan.do"), words, dealing);
        this.summit = summit;
        about(words.of("floor.rounds.about"));
        organizations = Choosing.several("floor-rounds-organizations", "floor.rounds.organizations", words);
        told(organizations);
        var all = words.floor().names().keySet();
        organizations.setValue(all);
        rounds = told(new IntegerField(words.of("floor.rounds.number")));
        rounds.setId("floor-rounds-number");
        rounds.setMin(1);
        rounds.setStepButtonsVisible(true);
        rounds.setValue(Math.max(1, Math.min(USUAL, (all.size() + 1) / 2)));
        put(organizations, rounds);
    }

    @Override
    protected void look() {
        var many = organizations.getValue().size();
        check(organizations, many >= 2 && many <= 400);
        check(rounds, rounds.getValue() != null && rounds.getValue() >= 1 && rounds.getValue() <= (many + 1) / 2);
    }

    @Override
    MarketplaceCommand command() {
        return new PlanNetworkingRounds(
                new SummitId(summit.id()),
                id,
                organizations.getValue().stream().map(OrganizationId::new).collect(Collectors.toSet()),
                rounds.getValue());
    }
}
