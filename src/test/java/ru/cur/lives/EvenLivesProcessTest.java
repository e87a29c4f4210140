package ru.cur.lives;

class EvenLivesProcessTest extends RandomLives {
    EvenLivesProcessTest() {
        super(0);
    }
}
