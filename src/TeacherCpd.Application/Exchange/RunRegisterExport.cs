using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Makes an export, portion by portion in the order of people's ids: broken off, it goes on behind the last one. The rows are described in
/// docs/exchange.md.
/// </summary>
/// <param name="OnPeople">Told after each portion: people looked at so far.</param>
[SystemOnly]
public sealed record RunRegisterExportCommand(Guid ExportId, Action<int>? OnPeople = null) : IRequest<Result<Done>>;

internal sealed class RunRegisterExportHandler(IAppDbContext db, IMediator mediator, TimeProvider time) : IRequestHandler<RunRegisterExportCommand, Result<Done>>
{
    private const int PrintBytes = 24;

    public async Task<Result<Done>> Handle(RunRegisterExportCommand request, CancellationToken cancellationToken)
    {
        var export = await db.RegisterExports.AsNoTracking().SingleOrDefaultAsync(e => e.Id == request.ExportId, cancellationToken);
        if (export is not { Status: RegisterExportStatus.Making })
        {
            return Done.Value;
        }

        var path = await db.Organisations.Where(o => o.Id == export.PlaceId).Select(o => o.Path).SingleAsync(cancellationToken);
        var before = export.AfterId is { } after ? await PrintsAsync(after, cancellationToken) : null;
        var kept = await db.RegisterExportPortions
            .Where(p => p.ExportId == export.Id)
            .OrderByDescending(p => p.Number)
            .Select(p => new { p.Number, p.LastPersonId })
            .FirstOrDefaultAsync(cancellationToken);
        var (number, last) = kept is null ? (0, Guid.Empty) : (kept.Number + 1, kept.LastPersonId);
        for (var looked = 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var people = await PeopleAsync(path, last, cancellationToken);
            if (people.Count == 0)
            {
                break;
            }

            var portion = await PortionAsync(people, before, cancellationToken);
            if ((await mediator.Send(portion(export.Id, number++, last = people[^1].Id), cancellationToken)).Error is { } refused)
            {
                return refused;
            }

            request.OnPeople?.Invoke(looked += people.Count);
        }

        if (before is not null && await GoneAsync(export.Id, before, cancellationToken) is { Count: > 0 } gone)
        {
            // those of whom nothing is told any more
            await mediator.Send(new KeepRegisterExportPortionCommand(export.Id, number, last, gone.Count, [.. gone.Select(iin => RegisterExportRows.Gone(iin))], []), cancellationToken);
        }

        return await mediator.Send(new FinishRegisterExportCommand(export.Id), cancellationToken);
    }

    private Task<List<Person>> PeopleAsync(string path, Guid last, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var places = db.Organisations.Within([path]).Select(o => o.Id);
        return db.Persons.AsNoTracking()
            .Include(p => p.Employments.Where(e => e.From <= today && (e.To == null || e.To >= today)))
            .Where(p => p.Id.CompareTo(last) > 0 && p.Employments.Any(e => e.From <= today && (e.To == null || e.To >= today) && places.Contains(e.OrganisationId)))
            .OrderBy(p => p.Id)
            .Take(RegisterExport.PortionPeople)
            .ToListAsync(cancellationToken);
    }

    private async Task<Func<Guid, int, Guid, KeepRegisterExportPortionCommand>> PortionAsync(List<Person> people, Dictionary<Guid, long>? before, CancellationToken cancellationToken)
    {
        var ids = people.ConvertAll(p => p.Id);
        var places = people.SelectMany(p => p.Employments).Select(e => e.OrganisationId).Distinct().ToList();
        var codes = await db.Organisations.Where(o => EF.Parameter(places).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, cancellationToken);
        var certificates = (await db.Certificates.AsNoTracking()
            .Where(c => EF.Parameter(ids).Contains(c.PersonId))
            .OrderBy(c => c.IssuedOn).ThenBy(c => c.Serial)
            .Select(c => new { c.PersonId, c.Kind, c.IssuedOn, c.ValidUntil, c.Serial, c.ProgrammeCode, c.Hours, c.Status })
            .ToListAsync(cancellationToken)).ToLookup(c => c.PersonId);
        var categories = (await db.CategoryRecords.AsNoTracking()
            .Where(c => EF.Parameter(ids).Contains(c.PersonId))
            .OrderBy(c => c.GrantedOn).ThenBy(c => c.Id)
            .Select(c => new { c.PersonId, c.GrantedOn, c.ValidUntil, c.Ground, c.Category, c.AnnulledAt })
            .ToListAsync(cancellationToken)).ToLookup(c => c.PersonId);
        var training = await db.TrainingStates.AsNoTracking()
            .Where(s => EF.Parameter(ids).Contains(s.PersonId))
            .ToDictionaryAsync(s => s.PersonId, cancellationToken);

        var (rows, told) = (new List<string[]>(), 0);
        var prints = new byte[people.Count * PrintBytes];
        foreach (var (person, at) in people.Select((p, i) => (p, i)))
        {
            string[][] own =
            [
                .. person.Employments.OrderBy(e => e.From).ThenBy(e => e.Id).Select(e => RegisterExportRows.Work(person.Iin, codes[e.OrganisationId], e)),
                .. certificates[person.Id].Select(c => RegisterExportRows.Certificate(person.Iin, c.Kind, c.IssuedOn, c.ValidUntil, c.Serial, c.ProgrammeCode, c.Hours, c.Status)),
                .. categories[person.Id].Select(c => RegisterExportRows.Category(person.Iin, c.GrantedOn, c.ValidUntil, c.Ground, c.Category, c.AnnulledAt is not null)),
                .. training.GetValueOrDefault(person.Id) is { } state ? [RegisterExportRows.Training(person.Iin, state)] : Array.Empty<string[]>(),
            ];
            var print = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', own.Select(row => string.Join('\t', row))))));
            person.Id.TryWriteBytes(prints.AsSpan(at * PrintBytes));
            BinaryPrimitives.WriteInt64LittleEndian(prints.AsSpan((at * PrintBytes) + 16), print);
            if (before is null || !before.TryGetValue(person.Id, out var was) || was != print)
            {
                rows.AddRange(own);
                told++;
            }
        }

        return (export, number, last) => new KeepRegisterExportPortionCommand(export, number, last, told, rows, prints);
    }

    private async Task<Dictionary<Guid, long>> PrintsAsync(Guid exportId, CancellationToken cancellationToken)
    {
        var prints = new Dictionary<Guid, long>();
        await foreach (var portion in db.RegisterExportPortions.Where(p => p.ExportId == exportId).Select(p => p.Prints).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            for (var at = 0; at < portion.Length; at += PrintBytes)
            {
                prints[new Guid(portion.AsSpan(at, 16))] = BinaryPrimitives.ReadInt64LittleEndian(portion.AsSpan(at + 16));
            }
        }

        return prints;
    }

    private async Task<List<string>> GoneAsync(Guid exportId, Dictionary<Guid, long> before, CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        foreach (var some in before.Keys.Except((await PrintsAsync(exportId, cancellationToken)).Keys).Order().Chunk(RegisterExport.PortionPeople))
        {
            gone.AddRange(await db.Persons.Where(p => EF.Parameter(some).Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Iin).ToListAsync(cancellationToken));
        }

        return gone;
    }
}
