package org.sala.marketplace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Round;

/**
 * Plans who meets whom (decision 0075): round by round the pairs that have most to give each other, none twice, nobody
 * left over but one where their number is odd, and never the same one twice. The same input gives the same plan.
 *
 * <p>Each round is a perfect matching of greatest weight among those who have not been paired before. As long as there
 * are no more rounds than half of the organisations, such a matching exists: everybody has at least half of the others
 * left (Dirac).
 */
final class RoundsPlanner {

    /** Stands for the pause where their number is odd. Never leaves this class. */
    private static final OrganizationId PAUSE = new OrganizationId(new UUID(0, 0));

    /** Both have something for the other. */
    private static final int MUTUAL = 3;

    private static final int ONE_WAY = 2;

    /** They met before this plan: better anybody else. */
    private static final int MET_BEFORE = -100;

    private RoundsPlanner() {}

    /**
     * Plans rounds.
     *
     * @param met who met before, and are paired only where there is no other way
     * @param rounds at most half of the organisations, rounded up
     */
    static List<Round> plan(Set<OrganizationId> organizations, Giving giving, Set<FloorState.Two> met, int rounds) {
        var seats = new ArrayList<>(organizations);
        seats.sort(Comparator.comparing(OrganizationId::value));
        if (seats.size() % 2 == 1) {
            seats.add(PAUSE);
        }
        var left = new SimpleWeightedGraph<OrganizationId, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        seats.forEach(left::addVertex);
        for (var i = 0; i < seats.size(); i++) {
            for (var k = i + 1; k < seats.size(); k++) {
                var edge = left.addEdge(seats.get(i), seats.get(k));
                left.setEdgeWeight(edge, weight(seats.get(i), seats.get(k), giving, met));
            }
        }
        var plan = new ArrayList<Round>();
        for (var number = 1; number <= rounds; number++) {
            plan.add(next(number, left, giving));
        }
        return List.copyOf(plan);
    }

    private static int weight(OrganizationId one, OrganizationId other, Giving giving, Set<FloorState.Two> met) {
        if (met.contains(FloorState.Two.of(one, other))) {
            return MET_BEFORE;
        }
        var gives = giving.isFrom(one, other);
        var takes = giving.isFrom(other, one);
        return gives && takes ? MUTUAL : gives || takes ? ONE_WAY : 0;
    }

    private static Round next(int number, Graph<OrganizationId, DefaultWeightedEdge> left, Giving giving) {
        var matching = new KolmogorovWeightedPerfectMatching<>(left, ObjectiveSense.MAXIMIZE).getMatching();
        var pairs = new ArrayList<Round.Pair>();
        var pausing = new ArrayList<OrganizationId>();
        for (var edge : matching.getEdges()) {
            var two = FloorState.Two.of(left.getEdgeSource(edge), left.getEdgeTarget(edge));
            if (two.one().equals(PAUSE)) {
                pausing.add(two.other());
            } else if (two.other().equals(PAUSE)) {
                pausing.add(two.one());
            } else {
                pairs.add(new Round.Pair(
                        two.one(),
                        two.other(),
                        giving.isFrom(two.one(), two.other()),
                        giving.isFrom(two.other(), two.one())));
            }
        }
        left.removeAllEdges(Set.copyOf(matching.getEdges()));
        pairs.sort(Comparator.comparing((Round.Pair pair) -> pair.one().value()));
        return new Round(number, pairs, pausing);
    }
}
