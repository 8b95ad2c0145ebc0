// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

/** The value of one attribute of a device (DeviceAttribute). */
public sealed interface Attribute {
    record Bool(boolean value) implements Attribute {}

    record Whole(long value) implements Attribute {}

    record Text(String value) implements Attribute {}

    /** A version (semver 2.0.0); its text is minimal, so equal versions are equal texts. */
    record Version(String value) implements Attribute {}

    /** A value of a type that is not known here, such as the lists of DRAListTypeAttributes (alpha in 1.36). */
    record Other() implements Attribute {}
}
