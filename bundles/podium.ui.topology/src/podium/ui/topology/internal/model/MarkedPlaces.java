// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.List;
import java.util.Optional;
import podium.core.text.CleanText;
import podium.placement.Target;
import podium.placement.advice.RankedPlace;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.texts.Texts;

/**
 * The best places for what is carried, as the canvas marks them: by the number of the key that takes one.
 *
 * @param state how far the search is
 * @param places best first, at most {@link #MARKED}
 */
public record MarkedPlaces(State state, List<RankedPlace> places) {
    /** How many are marked. */
    public static final int MARKED = 3;

    public static final MarkedPlaces NONE = new MarkedPlaces(State.NONE, List.of());

    /** How far the search for them is. */
    public enum State {
        /** Nothing is carried, or it is ranks of the board, which are laid out by themselves. */
        NONE,
        /** Places are being ranked. */
        RANKING,
        /** All places are ranked; where there is none, it fits nowhere. */
        RANKED
    }

    public MarkedPlaces {
        places = List.copyOf(places);
    }

    /** The place of a number, from 1; empty: there is none. */
    public Optional<RankedPlace> place(int number) {
        return number >= 1 && number <= places.size() ? Optional.of(places.get(number - 1)) : Optional.empty();
    }

    /** Where a place lies on the canvas; empty: it is gone. */
    public static Optional<Hit> hit(Scene scene, RankedPlace place) {
        return switch (place.target()) {
            case Target.OnNode on -> scene.box(on.node()).map(Hit::of);
            case Target.OnDomain on -> scene.box(on.domain()).map(Hit::of);
        };
    }

    /** Name of a place, with its level where it is no node. */
    public static String name(RankedPlace place) {
        return place.target() instanceof Target.OnNode
                ? CleanText.clean(place.name())
                : CleanText.domain(place.level(), place.name());
    }

    /** Name of a place as it stands on the canvas; as {@link #name} where the place is not there. */
    public static String brief(Scene scene, RankedPlace place) {
        return place.target() instanceof Target.OnNode on
                ? scene.box(on.node()).map(Box::brief).orElseGet(() -> name(place))
                : name(place);
    }

    /** Why a place is good, in a line. */
    public static String reason(RankedPlace place) {
        if (place.reason().isEmpty()) {
            return Texts.of("MarkedPlaces.fits");
        }
        String reason = CleanText.clean(place.reason());
        return switch (place.verdict().fit()) {
            case FITS_IF -> Texts.of("MarkedPlaces.if", reason);
            case EVICTS -> Texts.of("MarkedPlaces.evictsOthers", reason);
            case FITS, DOES_NOT_FIT, REFUSED -> reason;
        };
    }

    /**
     * All of it in words, for a screen reader and a tooltip.
     *
     * @param elsewhere whether another cluster would take it, where no place is ranked
     */
    public String words(boolean elsewhere) {
        return switch (state) {
            case NONE -> "";
            case RANKING -> Texts.of("MarkedPlaces.rankingThePlaces");
            case RANKED ->
                places.isEmpty()
                        ? elsewhere
                                ? Texts.of("MarkedPlaces.fitsNowhereInIts")
                                : Texts.of("MarkedPlaces.fitsNowhereNowEach")
                        : Texts.of("MarkedPlaces.bestPlaces", list());
        };
    }

    private String list() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < places.size(); i++) {
            words.append(i == 0 ? "" : "; ").append(i + 1).append(" ").append(name(places.get(i)));
            words.append(": ").append(reason(places.get(i)));
        }
        return words.toString();
    }
}
