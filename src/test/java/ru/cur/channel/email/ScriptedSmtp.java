package ru.cur.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that answers one command in a way of its own, and all others politely. */
final class ScriptedSmtp implements AutoCloseable {
    /** Says nothing and closes the connection. */
    static final String HANG_UP = "";

    private final ServerSocket server = new ServerSocket(0);
    private final String command;
    private final String answer;

    /** @param command {@code RCPT} for instance, or a dot for the end of the letter */
    ScriptedSmtp(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 ready");
        boolean inLetter = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inLetter && !line.equals(".")) {
                continue;
            }
            boolean scripted = line.toUpperCase(Locale.ROOT).startsWith(command);
            if (scripted && answer.equals(HANG_UP)) {
                return;
            }
            inLetter = line.equalsIgnoreCase("DATA") && !scripted;
            say(client, scripted ? answer : inLetter ? "354 go on" : "250 fine");
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
