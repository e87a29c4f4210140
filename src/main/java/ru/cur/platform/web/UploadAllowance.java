package ru.cur.platform.web;

import org.springframework.util.unit.DataSize;

/**
 * How large a file may be that is uploaded to some addresses. A module declares a bean of it for its own.
 *
 * @param path all addresses that begin with it; the longest that fits decides
 */
public record UploadAllowance(String path, DataSize largestFile) {
    /** The other fields of the form, and files a little too large, which are refused with more words than the server has. */
    private static final long AROUND_THE_FILE = 512 * 1024;

    long largestRequest() {
        return largestFile.toBytes() + AROUND_THE_FILE;
    }
}
