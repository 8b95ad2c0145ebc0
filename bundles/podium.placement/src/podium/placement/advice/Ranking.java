// SPDX-License-Identifier: Apache-2.0
package podium.placement.advice;

import java.time.Duration;
import java.util.List;

/**
 * Ranks the places of one subject a little at a time, so that whoever asks can go on painting meanwhile: at 5,000 nodes all
 * of it takes some 40 to 200 ms. What changes meanwhile is not looked at again. In the realm.
 */
public interface Ranking {
    /**
     * Goes on for about so long, but by at least one step: a part of the verdict or of the reason of one place.
     *
     * @param most at most a frame
     * @return true: all is done
     */
    boolean advance(Duration most);

    /**
     * The best places, best first, each with its reason in words; left out are those where the subject does not fit, and the
     * domains around a better one, which would take it there. Empty until all is done.
     */
    List<RankedPlace> best();
}
