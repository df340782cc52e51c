package org.sala.ui.floor;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Comparator;
import java.util.UUID;
import org.sala.ui.language.Folded;

/** Fields by which several organisations are chosen. */
final class Choosing {

    private Choosing() {}

    static MultiSelectComboBox<UUID> several(String id, String key, FloorWords words) {
        var field = new MultiSelectComboBox<UUID>(words.of(key));
        field.setId(id);
        field.addClassName("wide");
        field.setItemLabelGenerator(words::name);
        var names = words.floor().names();
        field.setItems(
                (each, typed) -> {
                    var name = names.get(each);
                    var text = Folded.of(typed);
                    return name != null
                            && (Folded.of(name.km()).contains(text)
                                    || Folded.of(name.en()).contains(text));
                },
                names.keySet().stream()
                        .sorted(Comparator.comparing(words::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
        return field;
    }
}
