package dev.assay.orchestrator.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Divides the free part of the window: each next place goes to the run that holds least, and within it to the subject that
 * holds least; so nobody who has work left holds less than another by more than one place, unless the other held more
 * before.
 */
final class FairShares {
    private FairShares() {}

    /**
     * Grants places.
     *
     * @param free how many there are to grant; nothing is granted when it is not positive
     * @param demands at most one for each run and subject
     * @return the demands that get any, in the given order
     */
    static List<Grant> of(int free, List<Demand> demands) {
        Map<Integer, RunQueue> runs = new HashMap<>();
        for (Demand demand : demands) {
            runs.computeIfAbsent(demand.runNo(), RunQueue::new).add(demand);
        }
        PriorityQueue<RunQueue> queue = new PriorityQueue<>(RunQueue.LEAST_FIRST);
        runs.values().stream().filter(RunQueue::wantsMore).forEach(queue::add);
        for (int left = free; left > 0 && !queue.isEmpty(); left--) {
            RunQueue run = queue.remove();
            run.grantOne();
            if (run.wantsMore()) {
                queue.add(run);
            }
        }
        List<Grant> grants = new ArrayList<>();
        for (Demand demand : demands) {
            int places = runs.getOrDefault(demand.runNo(), new RunQueue(demand.runNo()))
                    .granted(demand);
            if (places > 0) {
                grants.add(new Grant(demand, places));
            }
        }
        return grants;
    }

    /**
     * @param held places it holds already
     * @param wanted places it could use beyond these
     */
    record Demand(int runNo, int subjectNo, long held, long wanted) {}

    /**
     * @param places at least 1, at most what was wanted
     */
    record Grant(Demand demand, int places) {}

    private static final class RunQueue {
        static final Comparator<RunQueue> LEAST_FIRST =
                Comparator.<RunQueue>comparingLong(run -> run.held).thenComparingInt(run -> run.runNo);

        private final int runNo;
        private final PriorityQueue<Share> subjects = new PriorityQueue<>(Share.LEAST_FIRST);
        private final Map<Demand, Share> shares = new HashMap<>();
        private long held;

        RunQueue(int runNo) {
            this.runNo = runNo;
        }

        void add(Demand demand) {
            Share share = new Share(demand);
            held += demand.held();
            shares.put(demand, share);
            if (share.wantsMore()) {
                subjects.add(share);
            }
        }

        boolean wantsMore() {
            return !subjects.isEmpty();
        }

        void grantOne() {
            Share share = subjects.remove();
            share.granted++;
            held++;
            if (share.wantsMore()) {
                subjects.add(share);
            }
        }

        int granted(Demand demand) {
            Share share = shares.get(demand);
            return share == null ? 0 : share.granted;
        }
    }

    private static final class Share {
        static final Comparator<Share> LEAST_FIRST = Comparator.<Share>comparingLong(
                        share -> share.demand.held() + share.granted)
                .thenComparingInt(share -> share.demand.subjectNo());

        private final Demand demand;
        private int granted;

        Share(Demand demand) {
            this.demand = demand;
        }

        boolean wantsMore() {
            return granted < demand.wanted();
        }
    }
}
