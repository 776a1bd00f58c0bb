package dalil.query.record;

import dalil.events.review.Review;

/**
 * A review. The latest one is in force.
 *
 * @param review what the reviewer concluded
 * @param mark when, and who the reviewer is
 */
public record ReviewState(Review review, Mark mark) {

    /** The reviewer. */
    public String reviewer() {
        return mark.actor();
    }
}
