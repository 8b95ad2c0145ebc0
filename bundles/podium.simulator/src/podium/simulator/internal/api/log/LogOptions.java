// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.log;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import podium.simulator.internal.api.http.Query;
import podium.simulator.store.ApiException;

/**
 * PodLogOptions of a request (core/v1), checked as an API server does (pkg/apis/core/validation: ValidatePodLogOptions).
 *
 * @param container empty: the only one
 * @param since earlier lines are left out
 * @param tail at most so many of the last lines
 * @param limit at most so many bytes
 */
record LogOptions(
        String container,
        boolean follow,
        boolean previous,
        boolean timestamps,
        Optional<Instant> since,
        OptionalLong tail,
        OptionalLong limit) {

    /** From now on, as long as it runs. */
    static LogOptions follow(String container) {
        return new LogOptions(
                container, true, false, false, Optional.empty(), OptionalLong.of(0), OptionalLong.empty());
    }

    static LogOptions of(String pod, Query query, Instant now) {
        if (query.has("sinceSeconds") && query.has("sinceTime")) {
            throw invalid(pod, "[]", "Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified");
        }
        OptionalLong seconds = number(pod, query, "sinceSeconds", 1);
        Optional<Instant> since = seconds.isPresent()
                ? Optional.of(now.minus(Duration.ofSeconds(seconds.getAsLong())))
                : time(query.text("sinceTime"));
        return new LogOptions(
                query.text("container"),
                query.flag("follow"),
                query.flag("previous"),
                query.flag("timestamps"),
                since,
                number(pod, query, "tailLines", 0),
                number(pod, query, "limitBytes", 1));
    }

    private static Optional<Instant> time(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw ApiException.badRequest("parsing time \"" + text
                    + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"" + text + "\" as \"2006\"");
        }
    }

    private static OptionalLong number(String pod, Query query, String name, long least) {
        if (query.text(name).isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong value = query.number(name);
        if (value.isEmpty()) {
            throw ApiException.badRequest("strconv.ParseInt: parsing \"" + query.text(name) + "\": invalid syntax");
        }
        if (value.getAsLong() < least) {
            throw invalid(
                    pod,
                    name,
                    "Invalid value: " + value.getAsLong() + ": must be greater than "
                            + (least == 0 ? "or equal to 0" : "0"));
        }
        return value;
    }

    private static ApiException invalid(String pod, String field, String words) {
        return ApiException.of(422, "Invalid", "PodLogOptions \"" + pod + "\" is invalid: " + field + ": " + words);
    }
}
