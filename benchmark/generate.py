"""One synthetic history, twice: dossiers for Imprimatur, facts.json for a plain graph. As in real ones few models have most
letters, and few agencies issue most. Only the shape is real: nothing here is a fact about anybody."""
import json
import pathlib
import random

TEXT = 'The provider shall, within the period stated in the letter, show that the model meets the bound set out in annex %d.'
MODALITIES = ['PROHIBITION', 'LICENCE_REQUIRED', 'OBLIGATION']
MOST = 40


class Skewed:
    """Picks among so many, the first far more often, none more often than `most`."""

    def __init__(self, chance, count, most):
        self.chance, self.most, self.picked = chance, most, [0] * count

    def pick(self):
        while True:
            place = int(len(self.picked) * self.chance.random() ** 2)
            if self.picked[place] < self.most:
                self.picked[place] += 1
                return place


def history(models):
    chance = random.Random(42)
    companies, letters, agencies = max(3, models // 5), 2 * models, min(20, max(3, models // 5))

    def evidence(passages=1):
        return [dict(source=id_of('source', chance.randrange(letters)), stance='SUPPORTS',
                     paraphrase='It tells of this fact in so many words.') for _ in range(passages)]

    facts = dict(
        sources=[dict(id=id_of('source', n), title=f'Source {n}', address=f'https://example.org/documents/{n}',
                      reliability='PRIMARY', published='2010-01-01') for n in range(letters)],
        agencies=[dict(id=id_of('agency', n), name=f'Agency {n}', kind='REGULATOR', evidence=evidence())
                  for n in range(agencies)],
        companies=[dict(id=id_of('company', n), name=f'Company {n}', evidence=evidence()) for n in range(companies)])
    developers, subjects, issuers = (Skewed(chance, companies, MOST), Skewed(chance, models, MOST),
                                     Skewed(chance, agencies, letters))
    # These names come before those of the shipped dossiers, 360 Zhinao among them, so that the first 50 are the same models everywhere.
    facts['models'] = [dict(id=id_of('model', n), name=f'0 model {n}', kind='MODEL',
                            developer=id_of('company', developers.pick()), evidence=evidence()) for n in range(models)]
    facts['letters'], facts['conditions'] = [], []
    for n in range(letters):
        model, imposed = facts['models'][subjects.pick()], 1
        while imposed < 12 and chance.random() < 2 / 3:
            imposed += 1
        conditions = []
        for _ in range(imposed):
            number = len(facts['conditions'])
            conditions.append(dict(
                id=id_of('condition', number), title=f'Condition {number}', text=TEXT % number,
                modality=chance.choice(MODALITIES), action='PROVIDE', bearers=[model['developer']],
                scope=dict(models=[model['id']]), evidence=evidence(1 + chance.randrange(2))))
            facts['conditions'].append(conditions[-1])
        day = f'20{10 + n % 16:02d}-{1 + n % 12:02d}-{1 + n % 28:02d}'
        facts['letters'].append(dict(
            id=id_of('letter', n), title=f'Letter {n} concerning {model["name"]}', binding=True,
            issuedBy=[id_of('agency', issuers.pick())], issued=day, published=day, effective=dict(start=day),
            targets=[model['id']], imposes=[it['id'] for it in conditions], evidence=evidence()))
    return facts


def id_of(kind, number):
    return f'{kind}/synthetic-{number:06d}'


def dossiers(facts):
    """Small enough to be read: the parties, then the sources, then letters with what they impose."""
    yield 'parties', {kind: facts[kind] for kind in ('agencies', 'companies', 'models')}
    for start in range(0, len(facts['sources']), 4000):
        yield f'sources-{start}', dict(sources=facts['sources'][start:start + 4000])
    conditions = {it['id']: it for it in facts['conditions']}
    for start in range(0, len(facts['letters']), 500):
        letters = facts['letters'][start:start + 500]
        yield f'letters-{start}', dict(letters=letters,
                                       conditions=[conditions[it] for letter in letters for it in letter['imposes']])


def write(models, directory):
    facts = history(models)
    (directory / 'dossiers').mkdir(parents=True, exist_ok=True)
    for name, parts in dossiers(facts):
        dossier = dict(id='dossier/synthetic-' + name, title=f'Synthetic {name}', subjects=[facts['models'][0]['id']],
                       through='2026-11-01')
        (directory / 'dossiers' / f'synthetic-{name}.yaml').write_text(
            'dossier: %s\n' % json.dumps(dossier)
            + ''.join(f'{kind}:\n' + ''.join(f'  - {json.dumps(it)}\n' for it in all) for kind, all in parts.items()))
    (directory / 'facts.json').write_text(json.dumps(facts))
    return sum(map(len, facts.values()))


def read(directory):
    return json.loads(pathlib.Path(directory / 'facts.json').read_text())
