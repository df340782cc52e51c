package org.sala.marketplace;

import java.util.List;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceQueries.CategoryEntry;
import org.sala.marketplace.api.OfferKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The taxonomy in PostgreSQL. Takes part in whatever transaction it is called in. */
final class CategoryTable implements Categories {

    private final JdbcClient database;

    CategoryTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void tell(CategoryEvent event) {
        switch (event) {
            case CategoryAdded added ->
                database.sql("""
                                insert into category (category, kind, name_km, name_en)
                                values (:category, :kind, :km, :en) on conflict do nothing
                                """)
                        .param("category", added.category().code())
                        .param("kind", added.kind().name())
                        .param("km", added.name().km())
                        .param("en", added.name().en())
                        .update();
            case CategoryRenamed renamed ->
                database.sql("update category set name_km = :km, name_en = :en where category = :category")
                        .param("category", renamed.category().code())
                        .param("km", renamed.name().km())
                        .param("en", renamed.name().en())
                        .update();
        }
    }

    @Override
    public boolean has(Category category, OfferKind kind) {
        return database.sql("select exists (select from category where category = :category and kind = :kind)")
                .param("category", category.code())
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<CategoryEntry> all() {
        return database.sql("select * from category order by kind desc, category")
                .query((row, number) -> new CategoryEntry(
                        new Category(row.getString("category")),
                        OfferKind.valueOf(row.getString("kind")),
                        new BilingualText(row.getString("name_km"), row.getString("name_en"))))
                .list();
    }
}
