package org.sala.ui.floor;

import com.vaadin.flow.component.combobox.ComboBox;
import java.io.Serial;
import java.util.Comparator;
import java.util.UUID;
import org.sala.ui.language.Folded;

/** Chooses an organisation by its name in either language. */
class OrganizationField extends ComboBox<UUID> {

    @Serial
    private static final long serialVersionUID = 1L;

    OrganizationField(FloorWords words) {
        setClearButtonVisible(true);
        show(words);
    }

    /** Puts the organisations anew; what is chosen stays. */
    final void show(FloorWords words) {
        var chosen = getValue();
        var names = words.floor().names();
        setItemLabelGenerator(words::name);
        setItems(
                (id, typed) -> {
                    var name = names.get(id);
                    var text = Folded.of(typed);
                    return name != null
                            && (Folded.of(name.km()).contains(text)
                                    || Folded.of(name.en()).contains(text));
                },
                names.keySet().stream()
                        .sorted(Comparator.comparing(words::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
        if (chosen != null && names.containsKey(chosen)) {
            setValue(chosen);
        }
    }
}
