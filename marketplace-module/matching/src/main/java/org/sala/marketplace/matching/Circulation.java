package org.sala.marketplace.matching;

import java.util.Arrays;

/**
 * The bound. Forget how long rings and chains may be: then what is given is a circulation. A unit of a gift enters from
 * outside, goes over a leg to a demand, on to its receiver, and from there either leaves or enters a supply of that
 * receiver that is no gift. Whatever a solution does is such a circulation, so the most valuable circulation is worth at
 * least as much as the best solution; and it is found in polynomial time, in whole units.
 *
 * <p>A search takes exchanges out one by one: {@link #take} makes the circulation contain an exchange, and holds it. What
 * all of it is still worth at the most is {@link #worth}. Everything can be undone back to a {@link #mark}.
 *
 * <p>Legs of a category are not kept as pairs. Its demands stand in a row; a supply leads to all before its own
 * organisation's and to all after it, along two lines of nodes that hand on.
 */
final class Circulation {
    private static final int ENDLESS = 1 << 29;
    private static final int OUTSIDE = 0;

    private final Board board;

    // edges in pairs: an edge 2a and its way back 2a+1
    private int[] head = new int[1024];
    private int[] room = new int[1024];
    private long[] cost = new long[1024];
    private int edges;
    private final int[][] leaving;
    private final long[] potential;

    private final int[] supplyNode;
    private final int[] demandNode;
    private final int[] supplyEdge;
    private final int[] demandEdge;
    private final int[] dueEdge;
    private final int[] firstEdge;
    private final int[] furtherEdge;
    private final int[] restEdge;
    private final boolean[] served;

    private long worth;
    private long target = Long.MIN_VALUE / 4;

    // the last search for a path
    private final int[] seen;
    private final int[] settled;
    private int round;
    private final long[] distance;
    private final int[] arrival;
    private final int[] touched;
    private int touchedCount;
    private final int[] level;
    private long[] heapDistance = new long[256];
    private int[] heapNode = new int[256];
    private int heapSize;

    // what to undo
    private int[] undoWhere = new int[4096];
    private long[] undoWhat = new long[4096];
    private int undoCount;

    /**
     * Of a whole market.
     *
     * @param most how many needs of each demand are served at the most
     * @param due how many needs of each demand are to be served: each of them is worth {@link Worth#DUE} besides
     */
    Circulation(Board board, int[] most, int[] due, Watch watch) {
        this.board = board;
        supplyNode = new int[board.supplies];
        demandNode = new int[board.demands];
        supplyEdge = new int[board.supplies];
        demandEdge = new int[board.demands];
        dueEdge = new int[board.demands];
        firstEdge = new int[board.organizations];
        furtherEdge = new int[board.organizations];
        restEdge = new int[board.organizations];
        served = new boolean[board.organizations];
        int next = 1 + 2 * board.organizations;
        for (int supply = 0; supply < board.supplies; supply++) {
            supplyNode[supply] = next++;
        }
        for (int demand = 0; demand < board.demands; demand++) {
            demandNode[demand] = next;
            next += 3;
        }
        int nodes = next;
        build();
        leaving = new int[nodes][];
        int[] degree = new int[nodes];
        for (int edge = 0; edge < edges; edge++) {
            degree[head[edge ^ 1]]++;
        }
        for (int node = 0; node < nodes; node++) {
            leaving[node] = new int[degree[node]];
        }
        for (int edge = 0; edge < edges; edge++) {
            int tail = head[edge ^ 1];
            leaving[tail][--degree[tail]] = edge;
        }
        potential = new long[nodes];
        seen = new int[nodes];
        settled = new int[nodes];
        distance = new long[nodes];
        arrival = new int[nodes];
        touched = new int[nodes];
        level = new int[nodes];
        for (int organization = 0; organization < board.organizations; organization++) {
            served[organization] = board.servedBefore[organization];
            fill(firstEdge[organization], served[organization] ? 0 : 1);
        }
        for (int demand = 0; demand < board.demands; demand++) {
            watch.look();
            fill(dueEdge[demand], due[demand]);
            fill(demandEdge[demand], most[demand] - due[demand]);
        }
        undoCount = 0;
    }

    private int received(int organization) {
        return 1 + 2 * organization;
    }

    private int has(int organization) {
        return 2 + 2 * organization;
    }

    private void build() {
        for (int organization = 0; organization < board.organizations; organization++) {
            firstEdge[organization] = edge(
                    received(organization), has(organization), 0, -Worth.ofOrganization(board.small[organization]));
            furtherEdge[organization] = edge(received(organization), has(organization), ENDLESS, 0);
            restEdge[organization] = edge(has(organization), OUTSIDE, ENDLESS, 0);
        }
        int[] order = new int[board.demands];
        Arrays.setAll(order, demand -> demand);
        int[][] row = Board.grouped(board.categories, order, demand -> board.demandedCategory[demand]);
        int[] place = new int[board.demands];
        for (int[] demands : row) {
            for (int i = 0; i < demands.length; i++) {
                int demand = demands[i];
                int node = demandNode[demand];
                place[demand] = i;
                demandEdge[demand] = edge(node, received(board.receiver[demand]), 0, -Worth.NEED);
                dueEdge[demand] = edge(node, received(board.receiver[demand]), 0, -Worth.NEED - Worth.DUE);
                edge(node + 1, node, ENDLESS, 0);
                edge(node + 2, node, ENDLESS, 0);
                if (i > 0) {
                    edge(node + 1, demandNode[demands[i - 1]] + 1, ENDLESS, 0);
                    edge(demandNode[demands[i - 1]] + 2, node + 2, ENDLESS, 0);
                }
            }
        }
        for (int supply = 0; supply < board.supplies; supply++) {
            int from = board.gift[supply] ? OUTSIDE : has(board.giver[supply]);
            supplyEdge[supply] = edge(from, supplyNode[supply], board.units[supply], 0);
            int[] demands = row[board.suppliedCategory[supply]];
            int own = demands.length;
            for (int demand : demands) {
                if (board.receiver[demand] == board.giver[supply]) {
                    own = place[demand];
                }
            }
            if (own > 0) {
                edge(supplyNode[supply], demandNode[demands[own - 1]] + 1, ENDLESS, 0);
            }
            if (own + 1 < demands.length) {
                edge(supplyNode[supply], demandNode[demands[own + 1]] + 2, ENDLESS, 0);
            }
        }
    }

    private int edge(int tail, int to, int units, long price) {
        if (edges + 2 > head.length) {
            head = Arrays.copyOf(head, 2 * head.length);
            room = Arrays.copyOf(room, 2 * room.length);
            cost = Arrays.copyOf(cost, 2 * cost.length);
        }
        int edge = edges;
        head[edge] = to;
        room[edge] = units;
        cost[edge] = price;
        head[edge + 1] = tail;
        cost[edge + 1] = -price;
        edges += 2;
        return edge;
    }

    /** Gives an edge that pays its room, and lets as much flow over it as pays. */
    private void fill(int edge, int units) {
        room[edge] = units;
        while (room[edge] > 0) {
            long gain = -reduced(edge);
            if (gain <= 0) {
                return;
            }
            int tail = head[edge ^ 1];
            long detour = path(head[edge], tail, gain - 1);
            if (detour < 0) {
                lower(gain);
                return;
            }
            lower(detour);
            push(head[edge], tail);
            room[edge]--;
            room[edge ^ 1]++;
            worth += gain - detour;
        }
    }

    private long reduced(int edge) {
        return cost[edge] + potential[head[edge ^ 1]] - potential[head[edge]];
    }

    /** What the whole is worth at the most, with all that was taken and closed. */
    long worth() {
        return worth;
    }

    /** From now on, what makes the whole worth less is refused. */
    void aimAt(long worthAtLeast) {
        target = worthAtLeast;
    }

    /** What going over this leg costs at least; more than {@link #slack} where it can't be. */
    long price(int supply, int demand) {
        return Math.max(0, reduced(supplyEdge[supply]))
                + Math.max(0, potential[supplyNode[supply]] - potential[demandNode[demand]])
                + Math.max(0, reduced(entrance(demand)));
    }

    long slack() {
        return worth - target;
    }

    /**
     * Takes an exchange out of the market.
     *
     * @return whether the target can still be reached; where not, the caller must go back to its mark
     */
    boolean take(boolean ring, int[] supplies, int[] demands, int legs) {
        for (int leg = 0; leg < legs; leg++) {
            int supply = supplies[leg];
            int demand = demands[leg];
            int receiver = board.receiver[demand];
            boolean ends = leg + 1 == legs;
            boolean givesOn = !ends ? !board.gift[supplies[leg + 1]] : ring && !board.gift[supplies[0]];
            if (!hold(supplyEdge[supply])
                    || !cross(supply, demand)
                    || !hold(entrance(demand))
                    || !hold(served[receiver] ? furtherEdge[receiver] : firstEdge[receiver])
                    || (!givesOn && !hold(restEdge[receiver]))) {
                return false;
            }
            if (!served[receiver]) {
                note(-1 - receiver, 0);
                served[receiver] = true;
            }
        }
        return true;
    }

    /** Lets nothing more reach a demand; the answer is that of {@link #take}. */
    boolean close(int demand) {
        return empty(dueEdge[demand]) && empty(demandEdge[demand]);
    }

    private boolean empty(int edge) {
        set(edge, 0);
        while (room[edge ^ 1] > 0) {
            long gain = -reduced(edge);
            long detour = path(head[edge ^ 1], head[edge], slack() - gain);
            if (detour < 0) {
                return false;
            }
            lower(detour);
            set(edge ^ 1, room[edge ^ 1] - 1);
            push(head[edge ^ 1], head[edge]);
            worth -= gain + detour;
        }
        return true;
    }

    /**
     * Makes the circulation serve one more need of a demand, and holds it. What is held thus can't be taken any more.
     *
     * @return whether the target can still be reached; where not, the caller must go back to its mark
     */
    boolean insist(int demand) {
        return hold(demandEdge[demand]);
    }

    private int entrance(int demand) {
        int due = dueEdge[demand];
        return room[due] + room[due ^ 1] > 0 ? due : demandEdge[demand];
    }

    private boolean hold(int edge) {
        if (room[edge ^ 1] > 0) {
            set(edge ^ 1, room[edge ^ 1] - 1);
            return true;
        }
        if (room[edge] == 0) {
            return false;
        }
        long price = reduced(edge);
        long detour = path(head[edge], head[edge ^ 1], slack() - price);
        if (detour < 0) {
            return false;
        }
        lower(detour);
        set(edge, room[edge] - 1);
        push(head[edge], head[edge ^ 1]);
        worth -= price + detour;
        return true;
    }

    private boolean cross(int supply, int demand) {
        long price = potential[supplyNode[supply]] - potential[demandNode[demand]];
        long detour = path(demandNode[demand], supplyNode[supply], slack() - price);
        if (detour < 0) {
            return false;
        }
        lower(detour);
        push(demandNode[demand], supplyNode[supply]);
        worth -= price + detour;
        return true;
    }

    /** The cheapest way for one more unit, at reduced prices; -1 where it costs more than {@code most}. */
    private long path(int from, int to, long most) {
        if (most < 0) {
            return -1;
        }
        round++;
        touchedCount = 0;
        heapSize = 0;
        reach(from, 0, -1);
        long here = 0;
        int levelSize = 0;
        level[levelSize++] = from;
        settled[from] = round;
        int next = 0;
        while (true) {
            while (next < levelSize) {
                int node = level[next++];
                if (node == to) {
                    return here;
                }
                long base = potential[node];
                for (int edge : leaving[node]) {
                    if (room[edge] == 0) {
                        continue;
                    }
                    int neighbour = head[edge];
                    if (settled[neighbour] == round) {
                        continue;
                    }
                    long there = here + cost[edge] + base - potential[neighbour];
                    if (there > most || (seen[neighbour] == round && distance[neighbour] <= there)) {
                        continue;
                    }
                    reach(neighbour, there, edge);
                    if (there == here) {
                        settled[neighbour] = round;
                        level[levelSize++] = neighbour;
                    } else {
                        heapAdd(there, neighbour);
                    }
                }
            }
            boolean found = false;
            while (heapSize > 0 && !found) {
                int node = heapNode[0];
                here = heapDistance[0];
                heapRemove();
                if (settled[node] != round) {
                    settled[node] = round;
                    level[levelSize++] = node;
                    found = true;
                }
            }
            if (!found) {
                return -1;
            }
        }
    }

    private void reach(int node, long far, int edge) {
        if (seen[node] != round) {
            seen[node] = round;
            touched[touchedCount++] = node;
        }
        distance[node] = far;
        arrival[node] = edge;
    }

    /** After a path of that length was found, or none that is shorter: keeps every price of what has room at 0 or more. */
    private void lower(long length) {
        if (length == 0) {
            return;
        }
        for (int i = 0; i < touchedCount; i++) {
            int node = touched[i];
            if (distance[node] < length) {
                note(-1 - board.organizations - node, potential[node]);
                potential[node] += distance[node] - length;
            }
        }
    }

    private void push(int from, int to) {
        for (int node = to; node != from; ) {
            int edge = arrival[node];
            set(edge, room[edge] - 1);
            set(edge ^ 1, room[edge ^ 1] + 1);
            node = head[edge ^ 1];
        }
    }

    private void set(int edge, int units) {
        note(edge, room[edge]);
        room[edge] = units;
    }

    private void note(int where, long what) {
        if (undoCount == undoWhere.length) {
            undoWhere = Arrays.copyOf(undoWhere, 2 * undoCount);
            undoWhat = Arrays.copyOf(undoWhat, 2 * undoCount);
        }
        undoWhere[undoCount] = where;
        undoWhat[undoCount++] = what;
    }

    /** A place to go back to, with {@link #worth} of the same moment. */
    int mark() {
        return undoCount;
    }

    void undo(int mark, long worthThen) {
        while (undoCount > mark) {
            int where = undoWhere[--undoCount];
            if (where >= 0) {
                room[where] = (int) undoWhat[undoCount];
            } else if (-1 - where < board.organizations) {
                served[-1 - where] = false;
            } else {
                potential[-1 - where - board.organizations] = undoWhat[undoCount];
            }
        }
        worth = worthThen;
    }

    private void heapAdd(long far, int node) {
        if (heapSize == heapNode.length) {
            heapNode = Arrays.copyOf(heapNode, 2 * heapSize);
            heapDistance = Arrays.copyOf(heapDistance, 2 * heapSize);
        }
        int place = heapSize++;
        while (place > 0 && heapDistance[(place - 1) >> 1] > far) {
            int above = (place - 1) >> 1;
            heapDistance[place] = heapDistance[above];
            heapNode[place] = heapNode[above];
            place = above;
        }
        heapDistance[place] = far;
        heapNode[place] = node;
    }

    private void heapRemove() {
        heapSize--;
        long far = heapDistance[heapSize];
        int node = heapNode[heapSize];
        int place = 0;
        while (true) {
            int below = 2 * place + 1;
            if (below >= heapSize) {
                break;
            }
            if (below + 1 < heapSize && heapDistance[below + 1] < heapDistance[below]) {
                below++;
            }
            if (heapDistance[below] >= far) {
                break;
            }
            heapDistance[place] = heapDistance[below];
            heapNode[place] = heapNode[below];
            place = below;
        }
        heapDistance[place] = far;
        heapNode[place] = node;
    }
}
