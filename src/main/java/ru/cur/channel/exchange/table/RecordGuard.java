package ru.cur.channel.exchange.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops before one record, whose closing quote is missing, takes the rest of a large file into memory. */
final class RecordGuard extends FilterReader {
    private static final int LONGEST_RECORD = 2_000_000;

    private int sinceLastRecord;

    RecordGuard(Reader in) {
        super(in);
    }

    void recordRead() {
        sinceLastRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        sinceLastRecord += read;
        if (sinceLastRecord > LONGEST_RECORD) {
            throw new IOException("A record of more than %d characters".formatted(LONGEST_RECORD));
        }
    }
}
