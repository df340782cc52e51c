package org.sala.ui.floor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who gives whom, as a circle: each organisation has an arc as long as it gives and gets, and a band leads from who gives
 * to who gets. One leg that is promised or kept counts one.
 *
 * @param flows between whom most goes, the most first
 * @param left how many legs lead to or from others, which are not drawn
 */
record ChordDiagram(List<Flow> flows, int left) {

    private static final int MOST_ORGANIZATIONS = 24;
    private static final int HUES = 8;
    private static final double GAP = 0.05;
    private static final double RADIUS = 250;
    private static final double THICK = 18;
    private static final int LONGEST_NAME = 24;

    ChordDiagram {
        flows = List.copyOf(flows);
    }

    /** How many legs lead from one to another. */
    record Flow(UUID giver, UUID receiver, long legs) {}

    static ChordDiagram of(Floor floor) {
        var given = floor.given();
        var all = given.stream()
                .collect(Collectors.groupingBy(leg -> new Flow(leg.giver(), leg.receiver(), 0), Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new Flow(each.getKey().giver(), each.getKey().receiver(), each.getValue()))
                .sorted(Comparator.comparingLong(Flow::legs)
                        .reversed()
                        .thenComparing(Flow::giver)
                        .thenComparing(Flow::receiver))
                .toList();
        Set<UUID> drawn = new HashSet<>();
        for (var flow : all) {
            var more = new HashSet<>(drawn);
            more.add(flow.giver());
            more.add(flow.receiver());
            if (more.size() <= MOST_ORGANIZATIONS) {
                drawn = more;
            }
        }
        var circle = drawn;
        var flows = all.stream()
                .filter(flow -> circle.contains(flow.giver()) && circle.contains(flow.receiver()))
                .toList();
        var shown = flows.stream().mapToLong(Flow::legs).sum();
        return new ChordDiagram(flows, (int) (given.size() - shown));
    }

    boolean isEmpty() {
        return flows.isEmpty();
    }

    long legs() {
        return flows.stream().mapToLong(Flow::legs).sum();
    }

    /** Those on the circle, in its order. */
    List<UUID> organizations() {
        return flows.stream()
                .flatMap(flow -> java.util.stream.Stream.of(flow.giver(), flow.receiver()))
                .distinct()
                .sorted()
                .toList();
    }

    /** A piece of the circle, in radians. */
    private record Arc(double from, double to) {
        double middle() {
            return (from + to) / 2;
        }
    }

    /**
     * The drawing.
     *
     * @param title a sentence that says what it shows
     */
    String svg(FloorWords words, String title) {
        var organizations = organizations();
        var total = 2 * legs();
        var share = (2 * Math.PI - GAP * organizations.size()) / total;
        Map<UUID, Arc> arcs = new LinkedHashMap<>();
        var begins = new HashMap<Flow, Arc>();
        var ends = new HashMap<Flow, Arc>();
        var angle = 0.0;
        for (var organization : organizations) {
            var from = angle;
            for (var flow : of(organization)) {
                var next = angle + flow.legs() * share;
                (flow.giver().equals(organization) ? begins : ends).put(flow, new Arc(angle, next));
                angle = next;
            }
            arcs.put(organization, new Arc(from, angle));
            angle += GAP;
        }
        var drawing = new StringBuilder(
                        "<svg class=\"chord\" viewBox=\"-520 -320 1040 640\" role=\"img\" aria-label=\"")
                .append(Svgs.escaped(title))
                .append("\">");
        for (var flow : flows) {
            var hue = organizations.indexOf(flow.giver()) % HUES;
            drawing.append("<path class=\"band hue-")
                    .append(hue)
                    .append("\" d=\"")
                    .append(band(begins.get(flow), ends.get(flow)))
                    .append("\"/>");
        }
        arcs.forEach((organization, arc) -> {
            drawing.append("<path class=\"arc hue-")
                    .append(organizations.indexOf(organization) % HUES)
                    .append("\" d=\"")
                    .append(ring(arc))
                    .append("\"/>");
            drawing.append(label(arc, Svgs.shortened(words.name(organization), LONGEST_NAME)));
        });
        return drawing.append("</svg>").toString();
    }

    /** What an organisation gives and gets, in an order that keeps bands short. */
    private List<Flow> of(UUID organization) {
        var mine = new ArrayList<>(flows.stream()
                .filter(flow ->
                        flow.giver().equals(organization) || flow.receiver().equals(organization))
                .toList());
        var all = organizations();
        var here = all.indexOf(organization);
        mine.sort(Comparator.<Flow>comparingInt(flow -> {
                    var other = flow.giver().equals(organization) ? flow.receiver() : flow.giver();
                    return Math.floorMod(here - all.indexOf(other), all.size());
                })
                .thenComparing(flow -> flow.giver().equals(organization)));
        return mine;
    }

    private static String ring(Arc arc) {
        return "M" + Svgs.at(RADIUS, arc.from()) + arcTo(RADIUS, arc, 1, arc.to()) + "L"
                + Svgs.at(RADIUS - THICK, arc.to()) + arcTo(RADIUS - THICK, arc, 0, arc.from()) + "Z";
    }

    private static String arcTo(double radius, Arc arc, int way, double angle) {
        var large = arc.to() - arc.from() > Math.PI ? 1 : 0;
        return "A" + Svgs.number(radius) + " " + Svgs.number(radius) + " 0 " + large + " " + way + " "
                + Svgs.at(radius, angle);
    }

    /** From the giver's arc to a point at the receiver's: it narrows to where it leads. */
    private static String band(@Nullable Arc from, @Nullable Arc to) {
        if (from == null || to == null) {
            return "";
        }
        var inner = RADIUS - THICK - 4;
        var tip = inner - 10;
        return "M" + Svgs.at(inner, from.from()) + arcTo(inner, from, 1, from.to()) + "Q0 0 " + Svgs.at(tip, to.from())
                + "L" + Svgs.at(inner, to.middle()) + "L" + Svgs.at(tip, to.to()) + "Q0 0 "
                + Svgs.at(inner, from.from()) + "Z";
    }

    private static String label(Arc arc, String name) {
        var point = Svgs.at(RADIUS + 12, arc.middle()).split(" ", 2);
        var right = Math.sin(arc.middle()) >= 0;
        return "<text x=\"" + point[0] + "\" y=\"" + point[1] + "\" dy=\"0.35em\" text-anchor=\""
                + (right ? "start" : "end") + "\">" + Svgs.escaped(name) + "</text>";
    }
}
