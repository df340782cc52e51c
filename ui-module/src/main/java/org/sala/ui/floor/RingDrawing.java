package org.sala.ui.floor;

import java.util.List;
import java.util.UUID;
import org.sala.marketplace.api.LegStatus;

/** A trade as a small drawing: its parties on a circle, by number, and an arrow for each leg. */
final class RingDrawing {

    private static final double RADIUS = 90;
    private static final double NODE = 20;

    private RingDrawing() {}

    /** The drawing; what it shows is said beside it, so that it has no words of its own but a title. */
    static String of(Floor.Trade trade, String title) {
        var parties = trade.parties();
        var drawing = new StringBuilder("<svg class=\"ring\" viewBox=\"-130 -130 260 260\" role=\"img\" aria-label=\"")
                .append(Svgs.escaped(title))
                .append("\"><defs><marker id=\"ring-tip\" viewBox=\"0 0 10 10\" refX=\"8\" refY=\"5\" markerWidth=\"7\""
                        + " markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0 10 5 0 10z\""
                        + " fill=\"context-stroke\"/></marker></defs>");
        for (var leg : trade.legs()) {
            drawing.append(arrow(leg, parties));
        }
        for (var i = 0; i < parties.size(); i++) {
            var point = Svgs.at(RADIUS, angle(i, parties.size())).split(" ", 2);
            drawing.append("<g class=\"ring-party")
                    .append(trade.accepted().contains(parties.get(i)) ? " accepted" : "")
                    .append("\" transform=\"translate(")
                    .append(point[0])
                    .append(' ')
                    .append(point[1])
                    .append(")\"><circle r=\"")
                    .append(Svgs.number(NODE))
                    .append("\"/><text text-anchor=\"middle\" dy=\"0.35em\">")
                    .append(i + 1)
                    .append("</text></g>");
        }
        return drawing.append("</svg>").toString();
    }

    private static double angle(int which, int of) {
        return 2 * Math.PI * which / of;
    }

    /** An arc that leans to the right of its way, so that there and back are two. */
    private static String arrow(Floor.Leg leg, List<UUID> parties) {
        var from = angle(parties.indexOf(leg.giver()), parties.size());
        var to = angle(parties.indexOf(leg.receiver()), parties.size());
        var startX = RADIUS * Math.sin(from);
        var startY = -RADIUS * Math.cos(from);
        var endX = RADIUS * Math.sin(to);
        var endY = -RADIUS * Math.cos(to);
        var middleX = (startX + endX) / 2 + (endY - startY) * 0.18;
        var middleY = (startY + endY) / 2 - (endX - startX) * 0.18;
        return "<path class=\"ring-leg " + look(leg.status()) + "\" marker-end=\"url(#ring-tip)\" d=\"M"
                + towards(startX, startY, middleX, middleY) + " Q" + Svgs.number(middleX) + " " + Svgs.number(middleY)
                + " " + towards(endX, endY, middleX, middleY) + "\"/>";
    }

    /** The point beside a party from which an arrow begins or at which it ends. */
    private static String towards(double x, double y, double toX, double toY) {
        var length = Math.hypot(toX - x, toY - y);
        var step = (NODE + 4) / length;
        return Svgs.number(x + (toX - x) * step) + " " + Svgs.number(y + (toY - y) * step);
    }

    private static String look(LegStatus status) {
        return switch (status) {
            case PROPOSED -> "proposed";
            case OWED -> "owed";
            case DELIVERED -> "delivered";
            case CONFIRMED -> "confirmed";
            case DISPUTED -> "disputed";
            case RELEASED -> "released";
        };
    }
}
