package org.sala.eventing.configuration;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Makes eventing's own tables before the application's, in the same schema, each with a history of its own, so that
 * neither's version numbers are in the other's way.
 *
 * @param store whether the application has an event store
 * @param intake whether it takes facts in
 */
public record EventingMigrations(boolean store, boolean intake) implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        if (store) {
            migrate(flyway, "store", null);
        }
        if (intake) {
            migrate(flyway, "intake", null);
        }
        migrate(besideOthers(Flyway.configure().configuration(flyway.getConfiguration())));
    }

    /** Makes the intake's and the application's tables in another schema of the same database, which is made too. */
    public void migrateInto(Flyway flyway, String schema) {
        migrate(flyway, "intake", schema);
        migrate(in(Flyway.configure().configuration(flyway.getConfiguration()), schema));
    }

    private static void migrate(Flyway flyway, String part, @Nullable String schema) {
        var configuration = besideOthers(Flyway.configure().configuration(flyway.getConfiguration()))
                .locations("classpath:db/eventing/" + part)
                .table("eventing_" + part + "_history");
        migrate(schema == null ? configuration : in(configuration, schema));
    }

    private static void migrate(FluentConfiguration configuration) {
        try {
            configuration.load().migrate();
        } catch (FlywayValidateException e) {
            // said by itself, since whoever starts a platform reads the innermost message only
            var refusal = new IllegalStateException(
                    "the tables were made by another version, which this one can't go on with;"
                            + " give it an empty database, or another data folder");
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private static FluentConfiguration in(FluentConfiguration configuration, String schema) {
        return besideOthers(configuration).defaultSchema(schema).schemas(schema).createSchemas(true);
    }

    /** The schema is not empty once another part has its tables there. */
    private static FluentConfiguration besideOthers(FluentConfiguration configuration) {
        return configuration.baselineOnMigrate(true).baselineVersion("0");
    }
}
