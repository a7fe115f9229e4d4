package eval

import (
	"github.com/expr-lang/expr/ast"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/number"
)

// Figure is a number whose decimals the template leaves open: those that stand in one column have as many as each other.
type Figure struct {
	Value number.Decimal
	write func(places int) string
}

// Write writes the number with so many decimals; amounts have both figures of their cents, or none.
func (x Figure) Write(places int) string { return x.write(places) }

// Figure is what the program prints if that is one number with open decimals, such as num(x), euro(x) or x itself.
func (p *Program) Figure(f *Frame) (Figure, bool) {
	if p == nil || p.figure == nil || f.Step(1) {
		return Figure{}, false
	}
	return p.figure(f)
}

type figureCode func(f *Frame) (Figure, bool)

// figure finds the number that an expression prints.
func (c *compiler) figure(n ast.Node) figureCode {
	switch n := n.(type) {
	case *ast.ConditionalNode:
		return c.either(n)
	case *ast.NilNode:
		return func(*Frame) (Figure, bool) { return Figure{}, false }
	case *ast.CallNode:
		if name, ok := n.Callee.(*ast.IdentifierNode); ok && len(n.Arguments) == 1 && (name.Value == "num" || name.Value == "euro" || name.Value == "money") {
			return written(c.silent(n.Arguments[0]), name.Value)
		}
	}
	code, typ := c.compiled(n)
	switch typ.Base {
	case Number:
		return written(code, "num")
	case Money:
		return written(code, "euro")
	}
	return nil
}

// either is the figure of the branch that is taken.
func (c *compiler) either(n *ast.ConditionalNode) figureCode {
	test, yes, no := c.silent(n.Cond), c.figure(n.Exp1), c.figure(n.Exp2)
	if yes == nil || no == nil {
		return nil
	}
	return func(f *Frame) (Figure, bool) {
		if Truth(f, test(f)) {
			return yes(f)
		}
		return no(f)
	}
}

// compiled compiles a node once more; its faults are known.
func (c *compiler) compiled(n ast.Node) (code, Type) {
	quiet := *c
	quiet.out = &diag.List{}
	return quiet.node(n)
}

func (c *compiler) silent(n ast.Node) code {
	code, _ := c.compiled(n)
	return code
}

func written(value code, how string) figureCode {
	return func(f *Frame) (Figure, bool) {
		v := value(f)
		if how != "num" {
			m, ok := moneyOf(v)
			if !ok {
				return Figure{}, false
			}
			v = m
		}
		d := Decimal(v)
		if !d.Known() {
			return Figure{}, false
		}
		written := f.Format
		return Figure{Value: d, write: func(places int) string {
			switch m, _ := v.(model.Money); how {
			case "euro":
				return written.Euro(m, places > 0)
			case "money":
				return written.Money(m, places > 0)
			}
			return written.Number(d, places)
		}}, true
	}
}
