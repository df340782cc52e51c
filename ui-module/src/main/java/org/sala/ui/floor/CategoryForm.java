package org.sala.ui.floor;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.List;
import java.util.regex.Pattern;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.AddCategory;
import org.sala.marketplace.api.OfferKind;
import org.sala.ui.language.Folded;

/** Adds a category to the taxonomy, which all summits share. */
class CategoryForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Select<OfferKind> kind;
    private final TextField khmer;
    private final TextField english;
    private final TextField code;

    CategoryForm(FloorWords words, Dealing dealing) {
        super("floor-category", words.of("floor.category.add"), words.of("floor.category.add.do"), words, dealing);
        kind = choice(
                "floor-category-kind",
                "floor.kind",
                List.of(OfferKind.values()),
                each -> words.of("floor.kind." + each.name()));
        khmer = line("floor-category-km", "floor.category.km", 80);
        english = line("floor-category-en", "floor.category.en", 80);
        code = line("floor-category-code", "floor.category.code", 40);
        code.setHelperText(words.of("floor.category.code.how"));
        english.addValueChangeListener(change -> {
            if (code.isEmpty()) {
                code.setValue(Folded.of(change.getValue()).replace(' ', '-'));
            }
        });
        put(kind, khmer, english, code);
    }

    @Override
    protected void look() {
        check(kind, kind.getValue() != null);
        check(khmer, !khmer.getValue().isBlank());
        check(english, !english.getValue().isBlank());
        check(
                code,
                code.getValue().length() >= 2 && CODE.matcher(code.getValue()).matches());
    }

    @Override
    MarketplaceCommand command() {
        return new AddCategory(
                new Category(code.getValue()), kind.getValue(), both(khmer.getValue(), english.getValue()));
    }
}
