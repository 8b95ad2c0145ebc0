// SPDX-License-Identifier: Apache-2.0
/**
 * The time-series store: a day of samples of every accelerator, in memory and on disk.
 *
 * <h2>The idea</h2>
 *
 * A fleet of 5,000 nodes with 8 accelerators each and a dozen metrics sends half a million samples every scrape. Kept as a time and
 * a double they would take 16 bytes each. Most of them say nothing new: exporters are read at an even beat, a value is often the
 * same as before, and when it is not it is a small whole number of some step (a percent, a MiB, a hundredth of a degree). So a series
 * is a chain of stages, each smaller and slower to write than the one before:
 *
 * <pre>
 *  newest sample   PendingSamples     SampleBlock                DenseBlock            DownsampledTail
 *  (no lock)       up to 16 samples   frames, up to 1,024        the same, packed      what no longer fits:
 *      |           as they came       samples, still growing     once it is full       min, max, sum, count
 *      v                |                   |                         |                       |
 *   [ 71.0 ]  -------> [....]  ---16---&gt; [f|f|f|f|f|..]  ---full---&gt; [tokens]  --budget--&gt; [bucket|bucket|..]
 *
 *  Series: one metric of one device.  DeviceSeries: all metrics of one device, under one lock.
 * </pre>
 *
 * <h2>Frames: fast and small enough</h2>
 *
 * {@link podium.telemetry.internal.FrameWriter} writes 16 samples at a time. A frame says which gaps in time are not the usual one,
 * which values differ from the one before, and then the differences, all in as many bits as the largest needs:
 *
 * <pre>
 *  nothing changed            1 1                                       two bits for 16 samples
 *  three of 16 changed        1 0 mask(16) 1 width(7) d d d             values counted in steps of a scale
 *  no scale fits              1 0 mask(16) 0 ... xor xor xor            the bits of the doubles, as Gorilla has it
 * </pre>
 *
 * {@link podium.telemetry.internal.ValueScales} are the steps that exporters print in; floating point leaves some values a last bit
 * beside their step, which is told as a slip and kept exactly. What is read is what was written, bit by bit.
 *
 * <h2>Dense blocks: as small as is known how</h2>
 *
 * When a block gets no more samples, {@link podium.telemetry.internal.DenseWriter} packs it again: each sample becomes a token (a run
 * of equal values, a value of shortly before, so many steps up or down), and the tokens are coded in as many bits as they are unlikely
 * (rANS: Duda, arXiv 1311.2540). {@link podium.telemetry.internal.TokenFrequencies} learns how likely each token is from those before
 * it; the writer and the reader learn the same in step, so no table is stored.
 * {@link podium.telemetry.internal.ReciprocalDivision} spares the division that coding would spend most of its time on.
 *
 * <pre>
 *  samples   93 93 93 94 94 93 ...        tokens    run(3) +1 run(2) -1 ...
 *                                                     |
 *                                         frequencies of what came before  -&gt;  2.1 bits, 4.7 bits, ...
 * </pre>
 *
 * <h2>Bounds</h2>
 *
 * Memory has a fixed budget, shared evenly between the series once it is used up; what a series has over its share goes into its
 * {@link podium.telemetry.internal.DownsampledTail}, whose buckets double in length as they fill. Nothing is ever refused: old samples
 * become coarse.
 *
 * <h2>On disk</h2>
 *
 * <pre>
 *  DayStore = MemoryTelemetryStore + DayFiles
 *    segment 7 | segment 8 | segment 9 (being written)     SegmentFile: records of length, CRC-32C, bytes
 *    coarse                                                CoarseFile: what was in segments there was no room for
 * </pre>
 *
 * Every few minutes what is new is written as frames. A record that a crash cut ends its file; it costs the last minutes, never the
 * rest. Another process that has the directory leaves this one with memory alone.
 *
 * <h2>Threads</h2>
 *
 * Any thread appends and asks. One lock a device; a query holds it only while it takes down what there is, and decodes beside it. The
 * newest value of a series is read without a lock.
 */
@NonNullByDefault
package podium.telemetry.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
