using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>A coordinator or moderator asks for many portfolios at once; the archives are made in the background.</summary>
/// <param name="ExportId">Id that the form carries: sending it twice asks once.</param>
/// <param name="Filter">Which; what is null does not narrow.</param>
[SignedIn]
public sealed record AskForExportCommand(Guid ExportId, ExportFilter Filter) : ICommand<Guid>;

/// <summary>No portfolio fits the filter.</summary>
public sealed record NothingToExport() : Error("nothing_to_export", ErrorKind.Conflict);

/// <summary>As many exports of the person are kept as may be.</summary>
public sealed record TooManyExports() : Error("too_many_exports", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [PortfolioExport.MostPerPerson];
}

internal sealed class AskForExportValidator : AbstractValidator<AskForExportCommand>
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public AskForExportValidator() =>
        RuleFor(c => c.Filter.Year).InclusiveBetween(FirstYear, LastYear).WithErrorCode("out_of_range");
}

internal sealed class AskForExportHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<AskForExportCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AskForExportCommand request, CancellationToken cancellationToken)
    {
        // who assesses what is told to moderators only
        var isForModerators = request.Filter.AssessorId is not null;
        if (!user.MayExport() || (isForModerators && !user.Can(Permission.ModerateAssessments)))
        {
            return new Forbidden();
        }

        var me = user.Me;
        var asked = await db.PortfolioExports.Where(e => e.Id == request.ExportId).Select(e => (Guid?)e.PersonId).SingleOrDefaultAsync(cancellationToken);
        if (asked is not null)
        {
            return asked == me ? request.ExportId : new NotFound();
        }

        if (await db.PortfolioExports.CountAsync(e => e.PersonId == me && ExportQueries.Kept.Contains(e.Status), cancellationToken) >= PortfolioExport.MostPerPerson)
        {
            return new TooManyExports();
        }

        var now = time.UtcNow();
        var size = await db.SizeAsync(user, request.Filter, now, cancellationToken);
        if (size.Portfolios == 0)
        {
            return new NothingToExport();
        }

        var export = new PortfolioExport
        {
            Id = request.ExportId,
            PersonId = me,
            AskedAt = now,
            ProgrammeId = request.Filter.ProgrammeId,
            GroupId = request.Filter.GroupId,
            RegionId = request.Filter.RegionId,
            AssessorId = request.Filter.AssessorId,
            Year = request.Filter.Year,
            Portfolios = size.Portfolios,
            Bytes = size.Bytes,
        };
        db.PortfolioExports.Add(export);
        jobs.MakeExport(export.Id);
        return export.Id;
    }
}
