// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

/** The value of a device property, or why it is not known. */
public sealed interface PropertyValue {
    /** @param value in the unit of the fact */
    record Quantity(double value) implements PropertyValue {}

    /**
     * What is said.
     *
     * @param text for people
     * @param plain for other programs, in whichever language the text is
     */
    record Words(String text, String plain) implements PropertyValue {
        /** Words that are the same in every language. */
        public Words(String text) {
            this(text, text);
        }
    }

    /**
     * What can be turned on and off.
     *
     * @param text also what it will be after a reset
     */
    record Switch(boolean on, String text) implements PropertyValue {}

    /** @param reason why there is none, e.g. "not supported by this device" */
    record Unknown(String reason) implements PropertyValue {}
}
