// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

/** What follows in the file; its ordinal is written, so new ones come last. */
enum ValueTag {
    NULL,
    /** Something that was written before, by its number. */
    SAME,
    STRING,
    INT,
    LONG,
    DOUBLE,
    TRUE,
    FALSE,
    ENUM,
    RECORD,
    LIST,
    MAP,
    OPTIONAL,
    OPTIONAL_INT,
    OPTIONAL_LONG,
    OPTIONAL_DOUBLE,
    EMPTY_OPTIONAL,
    EMPTY_OPTIONAL_INT,
    EMPTY_OPTIONAL_LONG,
    EMPTY_OPTIONAL_DOUBLE,
    INSTANT,
    LABELS,
    RESOURCES,
    DECIMAL,
    NAMED
}
