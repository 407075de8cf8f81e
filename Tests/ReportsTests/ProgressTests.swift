import Reports
import Testing

@Suite("Progress")
struct ProgressTests {
    private func figures(
        done: Int = 500, total: Int = 1000, sent: Int = 750, elapsed: Duration = .seconds(5),
        left: Duration? = .seconds(5)
    ) -> ProgressFigures {
        ProgressFigures(
            phase: "scanning", done: done, total: total, answered: 37, sent: sent, elapsed: elapsed, left: left
        )
    }

    @Test("a bar shows share, hosts, time left, counts and rate")
    func bar() {
        #expect(
            ProgressBar(width: 80).line(figures())
                == "scanning  [===========>           ]   50%  37 alive  0:05 left  500/1000  150/s")
    }

    @Test("a narrow terminal loses what matters least first")
    func narrow() {
        #expect(ProgressBar(width: 40).line(figures()) == "scanning  [=====>     ]   50%  37 alive")
        #expect(ProgressBar(width: 20).line(figures()) == "scanning   50%")
    }

    @Test("no line is as wide as the terminal", arguments: 1...130)
    func width(columns: Int) {
        for done in [0, 1, 999, 1000, 2000, Int.max] {
            let line = ProgressBar(width: columns).line(figures(done: done, total: 1000))
            #expect(DisplayWidth.of(line) < max(2, columns))
        }
    }

    @Test("there is no rate and no time left before anything happened")
    func beginning() {
        let start = figures(done: 0, sent: 0, elapsed: .zero, left: nil)
        #expect(start.rate == nil)
        #expect(start.secondsLeft == nil)
        #expect(ProgressBar(width: 60).line(start) == "scanning  [>                      ]    0%  37 alive  0/1000")
    }

    @Test("nothing to do is all done")
    func nothing() {
        #expect(figures(done: 0, total: 0).share == 1)
    }

    @Test("a full bar has no head, and long times show hours")
    func finished() {
        #expect(
            ProgressBar(width: 60).line(figures(done: 1000, elapsed: .seconds(3725))).hasPrefix("scanning  [======"))
        let slow = figures(done: 1, sent: 1, elapsed: .seconds(3), left: .seconds(2997))
        #expect(ProgressBar(width: 80).line(slow).hasSuffix("0%  37 alive  49:57 left  1/1000  0/s"))
        #expect(ProgressLine.ended(figures(elapsed: .seconds(3725))).contains("in 1:02:05,"))
    }

    @Test("logs get a line when a phase begins and one when it ends")
    func lines() {
        #expect(ProgressLine.begun(figures()) == "scanning: 1000 addresses")
        #expect(ProgressLine.ended(figures()) == "scanning: 500 of 1000 addresses in 0:05, 750 probes, 150/s, 37 alive")
    }

    @Test("a phase cannot reach the terminal raw")
    func hostilePhase() {
        let hostile = ProgressFigures(
            phase: "\u{1b}[2J\n", done: 1, total: 2, answered: 0, sent: 1, elapsed: .seconds(1)
        )
        #expect(ProgressBar(width: 80).line(hostile).hasPrefix("\\u{1b}[2J\\u{a}  ["))
        #expect(ProgressLine.begun(hostile) == "\\u{1b}[2J\\u{a}: 2 addresses")
    }
}
