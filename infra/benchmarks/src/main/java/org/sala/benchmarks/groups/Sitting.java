package org.sala.benchmarks.groups;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For Timefold: one person in one round, and the table, numbered through all rounds. */
@PlanningEntity
public class Sitting {
    private int id;

    private int person;
    private int organization;
    private int role;

    private List<Integer> tables = List.of();

    @PlanningVariable
    private @Nullable Integer table;

    /** As Timefold copies it. */
    Sitting() {}

    Sitting(int id, int person, int organization, int role, List<Integer> tables, int table) {
        this.id = id;
        this.person = person;
        this.organization = organization;
        this.role = role;
        this.tables = tables;
        this.table = table;
    }

    @PlanningId
    public int getId() {
        return id;
    }

    /** Those of the round. */
    @ValueRangeProvider
    public List<Integer> getTables() {
        return tables;
    }

    int person() {
        return person;
    }

    int organization() {
        return organization;
    }

    int role() {
        return role;
    }

    public @Nullable Integer getTable() {
        return table;
    }

    public void setTable(@Nullable Integer table) {
        this.table = table;
    }
}
