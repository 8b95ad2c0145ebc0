// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.Fact.DeviceClass;
import podium.core.dra.ClaimSpec;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceRequest;
import podium.core.fleet.Facts;

/** What claims ask of the devices of one node, request by request and choice by choice. */
final class Wants {
    private final List<Claimed> claims;
    private final List<Pool> pools;
    private final List<List<List<Want>>> wants = new ArrayList<>();

    /** Whether a device has what a want asks of its capacity. */
    interface Room {
        boolean enough(Want want, Entry entry);
    }

    /** @throws Unjudged a class does not exist, or a request is of a kind that is not known */
    Wants(List<Claimed> claims, List<Pool> pools, Facts facts, SelectorSource selectors) throws Unjudged {
        this.claims = claims;
        this.pools = pools;
        int devices = Search.entries(pools).size();
        for (Claimed claim : claims) {
            List<List<Want>> ofClaim = new ArrayList<>();
            for (DeviceRequest request : claim.spec().requests()) {
                if (request.choices().isEmpty()) {
                    throw new Unjudged(
                            Unjudged.Verdict.REFUSED,
                            "request " + request.name() + " of " + claim.words() + " is of an unknown kind");
                }
                List<Want> choices = new ArrayList<>();
                for (DeviceChoice choice : request.choices()) {
                    choices.add(new Want(request.name(), choice, sieves(claim, choice, facts, selectors), devices));
                }
                ofClaim.add(choices);
            }
            wants.add(ofClaim);
        }
    }

    private static List<Sieve> sieves(Claimed claim, DeviceChoice choice, Facts facts, SelectorSource selectors)
            throws Unjudged {
        Optional<DeviceClass> of = facts.get(DeviceClass.class, "", choice.deviceClass());
        if (of.isEmpty()) {
            throw new Unjudged(Unjudged.Verdict.REFUSED, "device class " + choice.deviceClass() + " does not exist");
        }
        List<Sieve> sieves = new ArrayList<>();
        for (String selector : of.get().selectors()) {
            sieves.add(new Sieve("class " + choice.deviceClass(), selector, selectors));
        }
        for (String selector : choice.selectors()) {
            sieves.add(new Sieve(claim.words(), selector, selectors));
        }
        return sieves;
    }

    int claims() {
        return claims.size();
    }

    ClaimSpec spec(int claim) {
        return claims.get(claim).spec();
    }

    Claimed claim(int claim) {
        return claims.get(claim);
    }

    int requests(int claim) {
        return wants.get(claim).size();
    }

    List<Want> choices(int claim, int request) {
        return wants.get(claim).get(request);
    }

    /** True when the request names a list of choices, even of one. */
    boolean alternatives(int claim, int request) {
        return choices(claim, request).stream()
                .anyMatch(want -> !want.choice().name().isEmpty());
    }

    /** Finds out how many devices "all" are, and that no claim asks for more than it can have. */
    void count(List<Entry> entries, Room room) throws Unjudged {
        for (int claim = 0; claim < claims(); claim++) {
            long least = 0;
            for (int request = 0; request < requests(claim); request++) {
                long fewest = Long.MAX_VALUE;
                for (Want want : choices(claim, request)) {
                    if (want.choice().all()) {
                        countAll(want, claim, entries, room);
                    }
                    fewest = Math.min(fewest, want.count);
                }
                least += Math.min(fewest, Integer.MAX_VALUE);
            }
            if (least > Search.MOST_DEVICES) {
                throw new Unjudged(
                        Unjudged.Verdict.REFUSED,
                        claim(claim).words() + " asks for " + least + " devices, and one can have "
                                + Search.MOST_DEVICES);
            }
        }
    }

    private void countAll(Want want, int claim, List<Entry> entries, Room room) throws Unjudged {
        for (Pool pool : pools) {
            if (!pool.fault().isEmpty()) {
                throw new Unjudged(
                        Unjudged.Verdict.REFUSED,
                        claim(claim).words() + " asks for all devices, and pool " + pool.name() + " " + pool.fault());
            }
        }
        for (int at = 0; at < entries.size(); at++) {
            if (want.selects(at, entries.get(at)) && room.enough(want, entries.get(at))) {
                want.all.add(at);
            }
        }
        want.count = want.all.size();
    }

    /** What is equal for devices that are interchangeable to every request and rule. */
    Object kind(int at, Entry entry, Room room) {
        List<Object> kind = new ArrayList<>();
        for (int claim = 0; claim < claims(); claim++) {
            for (int request = 0; request < requests(claim); request++) {
                for (Want want : choices(claim, request)) {
                    kind.add(selects(want, at, entry));
                    kind.add(entry.keepsOff(want.choice().tolerations()) == null && room.enough(want, entry));
                }
            }
            spec(claim).constraints().forEach(rule -> kind.add(Optional.ofNullable(entry.attribute(rule.attribute()))));
        }
        return kind;
    }

    private static Object selects(Want want, int at, Entry entry) {
        try {
            return want.selects(at, entry);
        } catch (Unjudged e) {
            return entry; // like no other
        }
    }
}
