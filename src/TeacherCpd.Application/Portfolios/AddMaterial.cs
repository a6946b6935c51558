using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>A teacher adds a part to the own portfolio, or a better one of a part that is there; nothing is handed in yet.</summary>
/// <param name="MaterialId">Id that the form carries: sending it twice adds one material.</param>
/// <param name="EnrolmentId">Own enrolment.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Part">Number among the parts of its kind, from 1.</param>
/// <param name="Report">What <see cref="ReceiveReportQuery"/> gave.</param>
/// <param name="BegunAt">When the upload began (UTC); null: with this request.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record AddMaterialCommand(Guid MaterialId, Guid EnrolmentId, MaterialKind Kind, int Part, ReceivedReport Report, DateTime? BegunAt = null) : ICommand<Guid>;

internal sealed class AddMaterialValidator : AbstractValidator<AddMaterialCommand>
{
    public AddMaterialValidator() => RuleFor(c => c.MaterialId).NotEmpty().WithErrorCode("required");
}

internal sealed class AddMaterialHandler(IAppDbContext db, CurrentUser user, UploadTerms terms, TimeProvider time) : IRequestHandler<AddMaterialCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddMaterialCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        if (await db.HandInPlaceAsync(request.EnrolmentId, user.Me, cancellationToken) is not { } place)
        {
            return new NotFound();
        }

        var portfolio = await db.Portfolios
            .Include(p => p.Materials)
            .SingleOrDefaultAsync(p => p.EnrolmentId == request.EnrolmentId, cancellationToken);
        var holder = await db.PortfolioMaterials
            .Where(m => m.Id == request.MaterialId)
            .Select(m => (Guid?)m.PortfolioId)
            .SingleOrDefaultAsync(cancellationToken);
        if (holder is not null)
        {
            return holder == portfolio?.Id ? request.MaterialId : new NotFound();
        }

        var begunAt = HandInRules.BegunAt(request.BegunAt, now);
        portfolio ??= db.Portfolios.Add(Portfolio.Begin(request.EnrolmentId, now)).Entity;
        var part = new PortfolioPart(request.Kind, request.Part);
        if (place.Refusal(part, portfolio.NextStage, begunAt, now, terms) is { } refusal)
        {
            return refusal;
        }

        var material = portfolio.Receive(request.MaterialId, part, request.Report.File, begunAt, now);
        if (material.Error is not null)
        {
            return material.Error;
        }

        db.PortfolioTexts.Add(new PortfolioText
        {
            MaterialId = request.MaterialId,
            Text = request.Report.Text,
            HiddenCharacters = request.Report.HiddenCharacters,
            PagesWithoutText = request.Report.PagesWithoutText,
        });
        return request.MaterialId;
    }
}
