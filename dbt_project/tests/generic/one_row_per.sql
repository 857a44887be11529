{#- The grain: the columns are filled in every row, and no two rows agree in all of them. `filled` are others that are filled in every row; one test asks for all. -#}
{% test one_row_per(model, columns, filled=[]) %}

select {{ columns | join(', ') }}, count(*) as row_count
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1
    or {{ columns | join(' is null or ') }} is null
{% if filled %}
    or count(*) > count(case when {{ filled | join(' is not null and ') }} is not null then 1 end)
{% endif %}

{% endtest %}
