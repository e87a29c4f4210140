package ru.cur.lives;

class OddLivesProcessTest extends RandomLives {
    OddLivesProcessTest() {
        super(1);
    }
}
