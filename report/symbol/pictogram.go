package symbol

// The pictograms stand beside dates, places and addresses; each reads at 3 m on a sheet of A3.

func calendar(p *pen) {
	p.box(50, -60, 850, 680)
	p.hole(130, 20, 770, 440)
	p.box(220, 620, 310, 780)
	p.box(590, 620, 680, 780)
	for _, x := range []int64{205, 395, 585} {
		for _, y := range []int64{75, 255} {
			p.box(x, y, x+110, y+110)
		}
	}
}

func globe(p *pen) {
	p.ring(450, 330, 410, 70)
	p.ellipse(450, 330, 200, 400, 1)
	p.ellipse(450, 330, 140, 340, -1)
	p.box(415, -60, 485, 720)
	p.box(60, 295, 840, 365)
}

func mail(p *pen) {
	p.box(40, 10, 920, 650)
	p.hole(115, 85, 845, 575)
	p.stroke(78, 70, 612, 480, 290, 890, 612)
}

func people(p *pen) {
	for _, x := range []int64{300, 780} {
		p.disc(x, 570, 155)
		p.pie(x, 110, 235, 0, 2)
		p.box(x-235, -60, x+235, 110)
	}
}

// phone is a handset: two cups on a bow.
func phone(p *pen) {
	p.move(170, 700)
	p.curve(120, 700, 40, 640, 40, 540)
	p.curve(40, 220, 320, -60, 640, -60)
	p.curve(740, -60, 800, 20, 800, 70)
	p.line(800, 110)
	p.line(620, 230)
	p.curve(580, 250, 560, 240, 530, 210)
	p.line(470, 150)
	p.curve(340, 200, 300, 240, 250, 370)
	p.line(310, 430)
	p.curve(340, 460, 350, 480, 330, 520)
	p.line(210, 700)
	p.path.Close()
}

func place(p *pen) {
	p.move(380, -90)
	p.curve(480, 90, 670, 280, 670, 460)
	p.arc(380, 460, 290, 290, 0, 2)
	p.curve(90, 280, 280, 90, 380, -90)
	p.path.Close()
	p.ellipse(380, 460, 115, 115, -1)
}

// striped is a triangle with level stripes: grey on paper, yet pure black and white.
func striped(p *pen) {
	const left, right, top = 20, 780, 700
	p.poly(left, 0, right, 0, 400, top)
	p.poly(left+135, line, 400, top-160, right-135, line)
	for _, y := range []int64{150, 290} {
		edge := func(y int64) int64 { return 120 + y*(400-120)/(top-100) }
		p.poly(edge(y), y, 800-edge(y), y, 800-edge(y+70), y+70, edge(y+70), y+70)
	}
}

func wheelchair(p *pen) {
	p.disc(370, 730, 95)
	p.stroke(95, 370, 600, 370, 320, 640, 320, 740, 40, 850, 60)
	p.stroke(80, 370, 480, 600, 480)
	p.sector(370, 190, 280, 85, 1, 3)
}
